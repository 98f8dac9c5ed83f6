package scot.fort.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import scot.fort.local.Part;

/** A table of what runs, and where it is reached. */
final class Overview {
    private static final String ROW = "  %-16s %-10s %8s %9s   %s%n";

    private final LocalStack fort;
    private final List<Row> rows;

    private Overview(LocalStack fort, List<Row> rows) {
        this.fort = fort;
        this.rows = rows;
    }

    /** Asks every part how it is. */
    static Overview of(LocalStack fort) {
        return new Overview(fort, fort.parts().stream().map(Row::of).toList());
    }

    boolean allReady() {
        return rows.stream().allMatch(row -> row.state().equals("ready"));
    }

    void print(PrintStream out) {
        out.printf(ROW, "part", "state", "process", "memory", "address");
        rows.forEach(row -> out.printf(ROW, row.name(), row.state(), row.pid(), row.memory(), address(row.name())));
    }

    private String address(String part) {
        return switch (part) {
            case "kafka" -> fort.addresses().kafka();
            case "registry" -> fort.addresses().registryUrl();
            case "mongodb" -> fort.addresses().mongodbUri();
            case "mail" ->
                "SMTP " + fort.addresses().smtpPort() + ", IMAP "
                        + fort.addresses().imapPort();
            default -> fort.url(Service.named(part));
        };
    }

    private record Row(String name, String state, String pid, String memory) {
        static Row of(Part part) {
            String state = part.isReady() ? "ready" : part.isAlive() ? "not ready" : "stopped";
            OptionalLong memory = Memory.of(part);
            return new Row(
                    part.name(),
                    state,
                    part.pid().map(pid -> Long.toString(pid)).orElse("-"),
                    memory.isPresent() ? String.format(Locale.ROOT, "%d MiB", memory.getAsLong()) : "-");
        }
    }
}
