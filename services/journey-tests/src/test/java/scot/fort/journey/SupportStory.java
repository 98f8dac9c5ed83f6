package scot.fort.journey;

import static scot.fort.journey.People.SCHOOL;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import scot.fort.launcher.Service;
import scot.fort.platform.testing.Answer;

/** How a school's referral comes to support, with an unmistakable text wherever somebody writes something. */
record SupportStory(People people, PlantedReferral planted, String id) {

    /** Asked about, answered, rated, and decided on. */
    void isScreened() {
        people.awaitQueued(id);
        people.screen(id, "/claim").expect(200);
        people.screen(id, "/information-requests", Map.of("question", planted.text("question")))
                .expect(200);
        people.awaitStatus(SCHOOL, id, "INFORMATION_REQUESTED");
        people.call(SCHOOL, Service.REFERRAL_INTAKE, "/v1/referrals/" + id + "/information")
                .post(Map.of("text", planted.text("information")))
                .expect(202);
        people.awaitStatus(SCHOOL, id, "IN_SCREENING");
        awaitInScreening();
        people.screen(id, "/rating", Map.of("priority", "AMBER", "rationale", planted.text("rating.rationale")))
                .expect(200);
        people.screen(
                        id,
                        "/decision",
                        Map.of(
                                "decision",
                                "ALLOCATE_FAMILY_SUPPORT",
                                "rationale",
                                planted.text("decision.rationale"),
                                "messageToReferrer",
                                planted.text("decision.message"),
                                "supportCodes",
                                List.of("FAMILY_SUPPORT")))
                .expect(200);
    }

    private void awaitInScreening() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> people.awaitQueued(id).path("status").asString().equals("IN_SCREENING"));
    }

    /** Support is found, and begins. */
    Offered isSupported() {
        people.awaitAllocation(id);
        Answer offer = people.offer(id, Map.of("auto", true)).expect(201);
        Offered offered = new Offered(offer.text("id"), offer.text("providerOrganisation"));
        offered.answered(people, "/accept", Map.of());
        offered.answered(people, "/start", Map.of());
        offered.answered(people, "/progress", Map.of("text", planted.text("progress")));
        people.awaitStatus(SCHOOL, id, "SUPPORT_ACTIVE");
        return offered;
    }

    /** A place that a provider was offered. */
    record Offered(String id, String provider) {

        void answered(People people, String step, Map<String, ?> body) {
            people.answerOffer(provider, id, step, body).expect(200);
        }
    }
}
