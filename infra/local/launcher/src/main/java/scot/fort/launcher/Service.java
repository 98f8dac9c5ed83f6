package scot.fort.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import scot.fort.local.Home;
import scot.fort.local.PartFailure;

/** A program of FORT's own, built by this project and started beside the parts: the local issuer and the five services. */
public enum Service {
    IDENTITY("identity", 8080, 96, "infra/local/identity"),
    REFERRAL_INTAKE("referral-intake", 8081, 192, "services/referral-intake"),
    TRIAGE("triage", 8082, 192, "services/triage"),
    ALLOCATION("allocation", 8083, 192, "services/allocation"),
    NOTIFICATION("notification", 8084, 160, "services/notification"),
    TIMELINE("timeline", 8085, 192, "services/timeline");

    private final String text;
    private final int defaultPort;
    private final int heapMegabytes;
    private final String module;

    Service(String text, int defaultPort, int heapMegabytes, String module) {
        this.text = text;
        this.defaultPort = defaultPort;
        this.heapMegabytes = heapMegabytes;
        this.module = module;
    }

    /** All of them. */
    public static Set<Service> all() {
        return EnumSet.allOf(Service.class);
    }

    /** Its name as a part of the stack, in {@code ./fort status} and {@code ./fort logs}. */
    public String part() {
        return text;
    }

    static Service named(String part) {
        return all().stream()
                .filter(service -> service.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    int defaultPort() {
        return defaultPort;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** Its jar, with {@code lib/} beside it. */
    public Path jar() {
        return Home.find().resolve(module).resolve("target/app/fort-" + text + ".jar");
    }

    /** A service that has not been built is a {@link PartFailure}. */
    void requireBuilt() {
        if (!Files.isRegularFile(jar())) {
            throw new PartFailure(text + " is not built (" + jar() + " is missing); build it with: ./fort build");
        }
    }
}
