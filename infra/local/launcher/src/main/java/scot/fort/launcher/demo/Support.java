package scot.fort.launcher.demo;

import static scot.fort.launcher.Service.ALLOCATION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scot.fort.launcher.demo.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The coordinator, who lets the service choose, and the providers, who accept what they are offered and begin. */
final class Support {
    private static final String COORDINATOR = "support-coordinator";
    private static final List<String> PROVIDERS = List.of("provider-barnardos", "provider-aberlour");
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
        api.post(COORDINATOR, ALLOCATION, allocation + "/offers", auto, Map.of())
                .expect(201);
        Optional<Offered> offer = PROVIDERS.stream()
                .flatMap(provider -> offers(provider, referral).stream())
                .findFirst();
        offer.ifPresent(this::acceptAndStart);
        return offer.isPresent();
    }

    /** Whether any service of the directory could have taken it and has room. */
    boolean hasCandidate(Case referral) {
        return api.get(COORDINATOR, ALLOCATION, "/v1/allocations/" + referral.id() + "/candidates")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .anyMatch(candidate -> candidate.path("eligible").asBoolean());
    }

    private List<Offered> offers(String provider, Case referral) {
        return api.get(provider, ALLOCATION, "/v1/offers?state=OFFERED&limit=200")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(offer -> offer.path("referralId").asString().equals(referral.id()))
                .map(offer -> new Offered(
                        provider,
                        offer.path("id").asString(),
                        offer.path("etag").asString()))
                .toList();
    }

    private void acceptAndStart(Offered offer) {
        String path = "/v1/offers/" + offer.id();
        Answer accepted = answer(offer.provider(), path + "/accept", offer.etag());
        answer(offer.provider(), path + "/start", accepted.etag());
    }

    private Answer answer(String provider, String path, String etag) {
        return api.post(provider, ALLOCATION, path, JSON.createObjectNode(), Map.of("If-Match", etag))
                .expect(200);
    }

    private record Offered(String provider, String id, String etag) {}
}
