package scot.fort.openapi;

import java.nio.file.Path;

/** A service whose interface is described. */
enum DescribedService {
    REFERRAL_INTAKE("referral-intake", "scot.fort.intake"),
    TRIAGE("triage", "scot.fort.triage"),
    ALLOCATION("allocation", "scot.fort.allocation"),
    NOTIFICATION("notification", "scot.fort.notification"),
    TIMELINE("timeline", "scot.fort.timeline");

    private static final Path DOCS = Path.of("..", "..", "docs", "openapi");

    private final String id;
    private final String basePackage;

    DescribedService(String id, String basePackage) {
        this.id = id;
        this.basePackage = basePackage;
    }

    String id() {
        return id;
    }

    String basePackage() {
        return basePackage;
    }

    /** The description as it is served. */
    Path document() {
        return DOCS.resolve(id + ".json");
    }

    /** The description that clients of a release were written against. */
    Path released(String version) {
        return DOCS.resolve("released").resolve(version).resolve(id + ".json");
    }
}
