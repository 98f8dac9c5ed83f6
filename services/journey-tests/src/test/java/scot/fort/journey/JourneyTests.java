package scot.fort.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.journey.People.MANAGER;
import static scot.fort.journey.People.OTHER_SCHOOL;
import static scot.fort.journey.People.SCHOOL;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import scot.fort.launcher.LocalStack;
import scot.fort.launcher.Service;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.Mailbox;
import scot.fort.platform.testing.Mailbox.Mail;
import scot.fort.platform.testing.Traces;
import tools.jackson.databind.JsonNode;

/** One referral goes in at one end, and its whole story comes out at the other; and a concern goes where it must. */
@ExtendWith(RunningFort.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTests {

    private final PlantedReferral planted = new PlantedReferral(20261125);
    private final PlantedReferral plantedConcern = new PlantedReferral(20261126);
    private Path folder;
    private LocalStack fort;
    private People people;
    private Answer receipt;
    private String support;
    private String concern;

    @BeforeAll
    void aFamilyIsHelpedAndAChildIsProtected(RunningFort running) {
        folder = running.folder();
        fort = running.stack();
        people = running.people();
        receipt = people.submit(SCHOOL, "journey-support", planted.body("FAMILY_SUPPORT", "ROS-2026-0147"))
                .expect(201);
        support = receipt.text("id");
        concern = people.submit(
                        OTHER_SCHOOL,
                        "journey-concern",
                        plantedConcern.body("CHILD_PROTECTION_CONCERN", "CRA-2026-0021"))
                .expect(201)
                .text("id");
        SupportStory story = new SupportStory(people, planted, support);
        story.isScreened();
        story.isSupported();
        escalateTheConcern();
        people.awaitTimeline(support, "SupportProgressed");
        people.awaitTimeline(concern, "ScreeningDecided");
        Stream.of(support, concern).forEach(id -> people.awaitTimeline(id, "NotificationSent"));
    }

    private void escalateTheConcern() {
        people.awaitQueued(concern);
        people.screen(concern, "/claim").expect(200);
        people.screen(
                        concern,
                        "/decision",
                        Map.of("decision", "REQUEST_IRD", "rationale", plantedConcern.text("ird.rationale")))
                .expect(200);
        people.awaitStatus(OTHER_SCHOOL, concern, "ESCALATED");
    }

    @Test
    void everyServiceSaysTheSameOfWhereAReferralStands() {
        assertThat(people.status(SCHOOL, support)).isEqualTo("SUPPORT_ACTIVE");
        assertThat(people.allocation(support).text("status")).isEqualTo("SUPPORT_ACTIVE");
        assertThat(people.timeline(MANAGER, support).text("status")).isEqualTo("SUPPORT_ACTIVE");
        assertThat(people.status(OTHER_SCHOOL, concern)).isEqualTo("ESCALATED");
        assertThat(people.timeline(MANAGER, concern).text("status")).isEqualTo("ESCALATED");
    }

    @Test
    void theTimelineTellsTheWholeStoryInItsOrder() {
        List<String> told = people.types(support).stream()
                .filter(type -> !type.startsWith("Notification"))
                .toList();

        assertThat(told)
                .containsSubsequence(
                        "ReferralReceived",
                        "ScreeningOpened",
                        "ScreeningClaimed",
                        "InformationRequested",
                        "ReferralInformationAdded",
                        "PriorityRated",
                        "ScreeningDecided",
                        "AllocationOpened",
                        "SupportOffered",
                        "OfferAccepted",
                        "SupportStarted",
                        "SupportProgressed");
        assertThat(people.types(concern))
                .containsSubsequence("ReferralReceived", "ScreeningClaimed", "ScreeningDecided");
    }

    @Test
    void theTimelineCountsEachServicesEventsWithoutAGap() {
        JsonNode timeline = people.timeline(MANAGER, support).json();

        timeline.path("positions").propertyStream().forEach(position -> assertThat(timeline.path("entries")
                        .valueStream()
                        .filter(entry -> entry.path("source").asString().equals(position.getKey()))
                        .map(entry -> entry.path("sequence").asLong())
                        .sorted())
                .as(position.getKey())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, position.getValue().asLong())
                                .boxed()
                                .toList()));
    }

    @Test
    void theSchoolReadsWhatTheHubHasToSayToIt() {
        assertThat(people.track(SCHOOL, support).text("messageToReferrer"))
                .isEqualTo(planted.planted("decision.message"));
    }

    @Test
    void anotherSchoolLearnsNothingOfIt() {
        assertThat(people.track(OTHER_SCHOOL, support).status()).isEqualTo(404);
        assertThat(people.call(OTHER_SCHOOL, Service.TIMELINE, "/v1/timelines/" + support)
                        .get()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRetryDaysLaterGetsTheFirstAnswerAgain() {
        PlantedReferral same = new PlantedReferral(20261125);

        Answer again = people.submit(SCHOOL, "journey-support", same.body("FAMILY_SUPPORT", "ROS-2026-0147"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(receipt.body());
    }

    @Test
    void everyServiceIsHealthy() {
        assertThat(Service.values())
                .allSatisfy(service -> assertThat(Call.to(fort.managementUrl(service) + "/actuator/health")
                                .get()
                                .text("status"))
                        .isEqualTo("UP"));
    }

    @Test
    void nobodyCallsWithoutAToken() {
        Stream.of(Service.values())
                .filter(service -> service != Service.IDENTITY)
                .forEach(service -> assertThat(Call.to(fort.url(service) + "/v1/referrals")
                                .get()
                                .status())
                        .as(service.part())
                        .isEqualTo(401));
    }

    @Test
    void theReferrerIsToldByMail() {
        assertThat(Mailbox.of(planted.planted("referrer.email"), fort.addresses()))
                .extracting(Mail::subject)
                .contains("Referral " + receipt.text("reference") + " has arrived");
    }

    @Test
    void nothingPersonalIsKeptInClearAnywhere() {
        Traces traces = everything();

        assertThat(traces.placesOf(receipt.text("reference")))
                .as("the search finds what is there in clear")
                .anyMatch(place -> place.startsWith("topic"))
                .anyMatch(place -> place.startsWith("collection"));
        assertThat(traces.places()).anyMatch(place -> place.startsWith("log"));
        Stream.of(planted, plantedConcern).forEach(referral -> referral.planted()
                .forEach((field, text) ->
                        assertThat(traces.placesOf(text)).as(field).isEmpty()));
    }

    private Traces everything() {
        Traces traces = new Traces();
        try (MongoClient client = MongoClients.create(fort.addresses().mongodbUri())) {
            client.listDatabaseNames().forEach(name -> traces.ofDatabase(client.getDatabase(name)));
        }
        return traces.ofTopics(fort.addresses().kafka(), any -> true).ofLogs(folder.resolve("logs"));
    }
}
