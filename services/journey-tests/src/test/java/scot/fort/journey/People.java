package scot.fort.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import scot.fort.launcher.LocalStack;
import scot.fort.launcher.Service;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.Pages;
import tools.jackson.databind.JsonNode;

/** Those who use FORT, each through the API of their service and with a token of their own. */
final class People {

    static final String SCHOOL = "school-rosebank";
    static final String OTHER_SCHOOL = "school-craigie";
    static final String SCREENER = "mash-screener-1";
    static final String MANAGER = "mash-manager";
    static final String COORDINATOR = "support-coordinator";

    private static final Duration SOON = Duration.ofSeconds(60);

    private final LocalStack fort;

    People(LocalStack fort) {
        this.fort = fort;
    }

    Call call(String client, Service service, String path) {
        return Call.to(fort.url(service) + path).as(fort.token(client));
    }

    /** A school, or a health visitor, sends a referral. */
    Answer submit(String client, String key, Object body) {
        return call(client, Service.REFERRAL_INTAKE, "/v1/referrals")
                .with("Idempotency-Key", key)
                .post(body);
    }

    Answer track(String client, String id) {
        return call(client, Service.REFERRAL_INTAKE, "/v1/referrals/" + id).get();
    }

    String status(String client, String id) {
        return track(client, id).text("status");
    }

    void awaitStatus(String client, String id, String status) {
        Awaitility.await("status of " + id).atMost(SOON).until(() -> status(client, id), status::equals);
    }

    /** The row of a referral in the queue of the screening hub. */
    Optional<JsonNode> queued(String id) {
        return queue().stream()
                .filter(row -> row.path("referralId").asString().equals(id))
                .findFirst();
    }

    JsonNode awaitQueued(String id) {
        Awaitility.await(id + " in the queue").atMost(SOON).until(() -> queued(id)
                .isPresent());
        return queued(id).orElseThrow();
    }

    /** The whole queue, page by page. */
    List<JsonNode> queue() {
        return Pages.rows("/v1/queue?limit=200", next -> call(SCREENER, Service.TRIAGE, next)
                .get());
    }

    Answer screen(String id, String step) {
        return call(SCREENER, Service.TRIAGE, "/v1/screenings/" + id + step).post();
    }

    Answer screen(String id, String step, Map<String, ?> body) {
        return call(SCREENER, Service.TRIAGE, "/v1/screenings/" + id + step)
                .ifMatch("*")
                .post(body);
    }

    /** The answer of an allocation, once it has been heard of. */
    Answer awaitAllocation(String id) {
        Awaitility.await("allocation of " + id)
                .atMost(SOON)
                .until(() -> allocation(id).status() == 200);
        return allocation(id);
    }

    Answer allocation(String id) {
        return call(COORDINATOR, Service.ALLOCATION, "/v1/allocations/" + id).get();
    }

    Answer offer(String id, Map<String, ?> body) {
        return call(COORDINATOR, Service.ALLOCATION, "/v1/allocations/" + id + "/offers")
                .post(body);
    }

    Answer answerOffer(String provider, String offerId, String step, Map<String, ?> body) {
        return call(provider, Service.ALLOCATION, "/v1/offers/" + offerId + step)
                .ifMatch("*")
                .post(body);
    }

    Answer timeline(String client, String id) {
        return call(client, Service.TIMELINE, "/v1/timelines/" + id).get();
    }

    void awaitTimeline(String id, String type) {
        Awaitility.await(type + " on the timeline of " + id).atMost(SOON).until(() -> types(id)
                .contains(type));
    }

    /** The types of a referral's entries, as they happened. */
    List<String> types(String id) {
        List<String> types = new ArrayList<>();
        timeline(MANAGER, id)
                .json()
                .path("entries")
                .forEach(entry -> types.add(entry.path("type").asString()));
        return types;
    }
}
