package scot.fort.launcher.demo;

import static scot.fort.launcher.Service.REFERRAL_INTAKE;
import static scot.fort.launcher.Service.TRIAGE;

import java.time.Duration;
import java.util.Map;
import scot.fort.launcher.demo.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Schools and health visitors: they send a referral and see where it stands; how long the hub waits for it is measured here. */
final class Referrers {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 4;

    private final Api api;

    Referrers(Api api) {
        this.api = api;
    }

    /** Sends it, and returns when the triage queue shows it. */
    Case submit(Submission submission) {
        long sent = System.nanoTime();
        Answer receipt = api.post(
                        submission.client(),
                        REFERRAL_INTAKE,
                        "/v1/referrals",
                        submission.body(),
                        Map.of("Idempotency-Key", submission.idempotencyKey()))
                .expect(201);
        String id = receipt.text("id");
        Patience.until("the queue shows " + receipt.text("reference"), BOUND, LOOK_MILLIS, () -> isInQueue(id));
        return Case.of(submission, receipt.body(), Duration.ofNanos(System.nanoTime() - sent));
    }

    /** The status that the referrer is told. */
    String status(Case referral) {
        return api.get(referral.client(), REFERRAL_INTAKE, "/v1/referrals/" + referral.id())
                .expect(200)
                .text("status");
    }

    private boolean isInQueue(String id) {
        JsonNode queue =
                api.get(Hub.SCREENER, TRIAGE, "/v1/queue?limit=200").expect(200).body();
        return queue.path("items")
                .valueStream()
                .anyMatch(row -> row.path("referralId").asString().equals(id));
    }
}
