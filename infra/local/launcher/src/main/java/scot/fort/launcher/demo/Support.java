package scot.fort.launcher.demo;

import static scot.fort.launcher.Service.ALLOCATION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import scot.fort.launcher.demo.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The coordinator, who lets the service choose, and the providers, who accept what they are offered and begin. */
final class Support {
    private static final String COORDINATOR = "support-coordinator";

    /** The answer to a search that finds nobody who fits and has room. */
    private static final int NO_PLACE = 200;

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int LOOK_MILLIS = 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;

    Support(Api api) {
        this.api = api;
    }

    /** Imports the directory of services and returns how many there are. */
    int importDirectory(Path file) {
        try {
            JsonNode imported = api.put(COORDINATOR, ALLOCATION, "/v1/directory", JSON.readTree(Files.readString(file)))
                    .expect(200)
                    .body();
            if (!imported.path("errors").isEmpty()) {
                throw new DemoFailure("The directory has errors: " + imported.path("errors"), null);
            }
            return imported.path("created").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has a place looked for and, where one is offered, accepted and begun; false when there was none. */
    boolean allocate(Case referral) {
        String allocation = "/v1/allocations/" + referral.id();
        Patience.until(
                "allocation has heard of " + referral.reference(),
                BOUND,
                LOOK_MILLIS,
                () -> api.get(COORDINATOR, ALLOCATION, allocation).status() == 200);
        ObjectNode auto = JSON.createObjectNode().put("auto", true);
        Answer offered = api.post(COORDINATOR, ALLOCATION, allocation + "/offers", auto, Map.of());
        if (offered.status() == NO_PLACE) {
            return false;
        }
        offered.expect(201);
        acceptAndStart(offered.text("providerOrganisation"), "/v1/offers/" + offered.text("id"));
        return true;
    }

    /** Whether any service of the directory could have taken it and has room. */
    boolean hasCandidate(Case referral) {
        return api.get(COORDINATOR, ALLOCATION, "/v1/allocations/" + referral.id() + "/candidates")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .anyMatch(candidate -> candidate.path("eligible").asBoolean()
                        && candidate.path("availability").asInt() > 0);
    }

    /** A provider's client goes by the name of its organisation. */
    private void acceptAndStart(String provider, String offer) {
        Answer read = api.get(provider, ALLOCATION, offer).expect(200);
        api.post(provider, ALLOCATION, offer + "/accept", null, Map.of("If-Match", read.etag()))
                .expect(200);
        api.post(provider, ALLOCATION, offer + "/start").expect(200);
    }
}
