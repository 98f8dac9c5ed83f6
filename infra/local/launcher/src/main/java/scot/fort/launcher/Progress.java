package scot.fort.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import scot.fort.local.Part;

/** The lines that somebody reads while a stack starts: each part with the seconds it took. */
final class Progress implements ReadyListener {
    private final PrintStream out;
    private final int parts;
    private final long begun = System.nanoTime();
    private int ready;

    Progress(PrintStream out, int parts) {
        this.out = out;
        this.parts = parts;
    }

    @Override
    public void ready(Part part) {
        ready++;
        if (CtrlC.pressed()) {
            return;
        }
        out.printf(Locale.ROOT, "  %-16s ready after %5.1f s  (%d of %d)%n", part.name(), seconds(), ready, parts);
    }

    double seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
    }
}
