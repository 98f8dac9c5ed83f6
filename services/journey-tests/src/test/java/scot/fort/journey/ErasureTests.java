package scot.fort.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static scot.fort.journey.People.COORDINATOR;
import static scot.fort.journey.People.MANAGER;
import static scot.fort.journey.People.OTHER_SCHOOL;
import static scot.fort.journey.People.SCHOOL;
import static scot.fort.journey.People.SCREENER;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import scot.fort.launcher.Service;
import scot.fort.platform.sealing.Opened;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.Traces;

/** A referral's whole story is erased: what was personal is nowhere to be read any more, and what happened still is. */
@ExtendWith(RunningFort.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTests {

    private static final String OPERATOR = "operator";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OWN_REFERENCE = "ROS-2019-0008";
    private static final Map<String, String> REASON = Map.of("reason", "RETENTION_ENDED");

    private final PlantedReferral planted = new PlantedReferral(20261127);
    private final PlantedReferral plantedControl = new PlantedReferral(20261128);
    private RunningFort fort;
    private People people;
    private String erased;
    private String reference;
    private String control;
    private SupportStory.Offered offer;
    private Instant beforeErasure;
    private Answer refusedUnderHold;
    private List<Answer> readBefore;

    @BeforeAll
    void aStoryIsToldAndErased(RunningFort running) {
        fort = running;
        people = running.people();
        control = people.submit(OTHER_SCHOOL, "erasure-control", plantedControl.body("FAMILY_SUPPORT", "CRA-2019-0009"))
                .expect(201)
                .text("id");
        Answer receipt = people.submit(SCHOOL, "erasure", planted.body("FAMILY_SUPPORT", OWN_REFERENCE))
                .expect(201);
        erased = receipt.text("id");
        reference = receipt.text("reference");
        tellTheStory();
        readBefore = List.of(screening(), people.timeline(SCREENER, erased), people.track(SCHOOL, erased));
        beforeErasure = Instant.now();
        agreeOnTheErasure();
        awaitTheErasure();
    }

    private void tellTheStory() {
        SupportStory story = new SupportStory(people, planted, erased);
        story.isScreened();
        offer = story.isSupported();
        offer.answered(
                people,
                "/complete",
                Map.of(
                        "outcome",
                        "GOALS_MET",
                        "text",
                        planted.text("completion"),
                        "views",
                        Map.of("child", planted.text("completion.view"))));
        people.awaitStatus(SCHOOL, erased, "CLOSED");
        people.awaitTimeline(erased, "SupportCompleted");
        people.awaitQueued(control);
    }

    private void agreeOnTheErasure() {
        call(MANAGER, "/legal-hold").put(Map.of("text", planted.text("hold"))).expect(200);
        refusedUnderHold = call(OPERATOR, "/erasure").post(REASON);
        call(MANAGER, "/legal-hold").delete().expect(200);
        call(OPERATOR, "/erasure").post(REASON).expect(202);
        call(MANAGER, "/erasure/approve").post().expect(202);
    }

    private void awaitTheErasure() {
        people.awaitTimeline(erased, "ContentErased");
        await().atMost(SOON).until(() -> screening().json().path("erased").asBoolean());
        await().atMost(SOON)
                .until(() -> people.allocation(erased).json().path("erased").asBoolean());
        try (MongoClient client = MongoClients.create(fort.stack().addresses().mongodbUri())) {
            await().atMost(SOON)
                    .until(() -> client.getDatabase("fort_keys")
                                    .getCollection("keys")
                                    .countDocuments(Filters.exists("destroyedAt"))
                            == 1);
        }
    }

    @Test
    void nothingIsErasedUnderALegalHold() {
        assertThat(refusedUnderHold.status()).isEqualTo(409);
        assertThat(refusedUnderHold.text("detail")).contains("legal hold");
    }

    @Test
    void everyServiceAnswersCodesAndTimesOnly() {
        assertThat(readBefore).allSatisfy(answer -> assertThat(planted.planted().values())
                .anyMatch(text -> answer.body().contains(text)));

        assertThat(answersOfAllServices())
                .allSatisfy(answer -> assertThat(answer.expect(200).body())
                        .contains(reference)
                        .doesNotContain(planted.planted().values())
                        .doesNotContain(OWN_REFERENCE));
        assertThat(screening().json().at("/decisions/0/decision").asString()).isEqualTo("ALLOCATE_FAMILY_SUPPORT");
        assertThat(people.track(SCHOOL, erased).json().path("milestones")).hasSizeGreaterThan(4);
        assertThat(people.types(erased))
                .containsSubsequence(
                        "ReferralReceived",
                        "ScreeningDecided",
                        "SupportCompleted",
                        "LegalHoldChanged",
                        "LegalHoldChanged",
                        "ErasureRequested",
                        "ContentErased");
    }

    private List<Answer> answersOfAllServices() {
        return Stream.of(
                        people.call(SCHOOL, Service.REFERRAL_INTAKE, "/v1/referrals/" + erased),
                        people.call(SCHOOL, Service.REFERRAL_INTAKE, "/v1/referrals?limit=200"),
                        people.call(MANAGER, Service.TRIAGE, "/v1/screenings/" + erased),
                        people.call(SCREENER, Service.TRIAGE, "/v1/queue?status=CLOSED&limit=200"),
                        people.call(COORDINATOR, Service.ALLOCATION, "/v1/allocations/" + erased),
                        people.call(COORDINATOR, Service.ALLOCATION, "/v1/allocations?status=CLOSED&limit=200"),
                        people.call(offer.provider(), Service.ALLOCATION, "/v1/offers/" + offer.id()),
                        people.call(offer.provider(), Service.ALLOCATION, "/v1/offers?limit=200"),
                        people.call(OPERATOR, Service.NOTIFICATION, "/v1/notifications?referralId=" + erased),
                        people.call(SCREENER, Service.TIMELINE, "/v1/timelines/" + erased),
                        people.call(
                                SCREENER, Service.TIMELINE, "/v1/timelines/" + erased + "?asKnownAt=" + beforeErasure))
                .map(Call::get)
                .toList();
    }

    @Test
    void nobodyAddsAnythingAnyMore() {
        assertThat(call(SCHOOL, "/information").post(Map.of("text", "More.")).status())
                .isEqualTo(409);
        assertThat(people.call(MANAGER, Service.TRIAGE, "/v1/screenings/" + erased + "/reopen")
                        .ifMatch("*")
                        .post(Map.of("reason", "OTHER"))
                        .text("detail"))
                .contains("erased");
    }

    @Test
    void everyTopicIsUnreadableWhenItIsReadAgainFromItsBeginning() throws Exception {
        try (Replay replay = new Replay(fort)) {
            assertThat(replay.about(erased))
                    .extracting(Replay.Sealed::where)
                    .contains(
                            "ReferralReceived.content",
                            "InformationRequested.question",
                            "ReferralInformationAdded.content",
                            "PriorityRated.rationale",
                            "ScreeningDecided.rationale",
                            "ScreeningDecided.messageToReferrer",
                            "SupportProgressed.text",
                            "SupportCompleted.text",
                            "SupportCompleted.views",
                            "LegalHoldChanged.text");
            assertThat(replay.about(erased))
                    .allSatisfy(found -> assertThat(found.opened()).isInstanceOf(Opened.Destroyed.class));
            assertThat(replay.about(control)).singleElement().satisfies(found -> assertThat(
                            found.opened().content().orElseThrow().toString())
                    .contains(plantedControl.planted("narrative")));
        }
    }

    @Test
    void nothingOfItStandsInClearAnywhere() {
        Traces traces = new Traces();
        try (MongoClient client = MongoClients.create(fort.stack().addresses().mongodbUri())) {
            client.listDatabaseNames().forEach(name -> traces.ofDatabase(client.getDatabase(name)));
        }
        traces.ofTopics(fort.stack().addresses().kafka(), any -> true)
                .ofLogs(fort.folder().resolve("logs"));

        assertThat(traces.placesOf(reference)).anyMatch(place -> place.startsWith("topic"));
        planted.planted()
                .forEach((field, text) ->
                        assertThat(traces.placesOf(text)).as(field).isEmpty());
    }

    private Answer screening() {
        return people.call(MANAGER, Service.TRIAGE, "/v1/screenings/" + erased).get();
    }

    private Call call(String client, String step) {
        return people.call(client, Service.REFERRAL_INTAKE, "/v1/referrals/" + erased + step);
    }
}
