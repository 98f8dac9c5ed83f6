package scot.fort.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.allocation.ConcernRaised;
import scot.fort.events.allocation.SupportCompleted;
import scot.fort.events.allocation.SupportOffered;
import scot.fort.events.common.SupportCode;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.Views;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Pages;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.Traces;
import tools.jackson.databind.JsonNode;

class OfferJourneyTests extends AllocationServiceTest {

    private static final String PLANTED = "Isla-says-planted-7731";

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Opener opener;

    @Test
    void goesFromTheDecisionToTheEndOfSupport() {
        String service = service("provider-barnardos", 2, SupportCode.FAMILY_SUPPORT);
        String referral = opened();

        JsonNode candidates = coordinator("/v1/allocations/" + referral + "/candidates")
                .get()
                .expect(200)
                .json()
                .get("items");
        assertThat(candidates.get(0).get("serviceId").asString()).isEqualTo(service);
        assertThat(candidates.get(0).get("eligible").asBoolean()).isTrue();
        assertThat(candidates.get(0).get("reasons")).isNotEmpty();
        assertThat(candidates.get(0).get("availability").asInt()).isEqualTo(2);

        Answer offered = offer(referral, service).expect(201);
        String offer = offered.text("id");
        assertThat(offered.header("Location")).isEqualTo("/v1/offers/" + offer);
        assertThat(places(service)).containsEntry("reserved", 1);

        Answer seen = provider("/v1/offers/" + offer).get().expect(200);
        assertThat(seen.text("state")).isEqualTo("OFFERED");
        assertThat(seen.text("reference")).isEqualTo("FORT-7K2M-9QXA");
        assertThat(seen.etag()).isEqualTo(offered.etag());

        provider("/v1/offers/" + offer + "/accept").ifMatch(seen.etag()).post().expect(200);
        provider("/v1/offers/" + offer + "/start").post().expect(200);
        assertThat(status(referral)).isEqualTo("SUPPORT_ACTIVE");
        provider("/v1/offers/" + offer + "/progress")
                .post(Map.of("text", PLANTED, "wellbeing", List.of("SAFE")))
                .expect(200);
        provider("/v1/offers/" + offer + "/raise-concern")
                .post(Map.of("text", PLANTED))
                .expect(200);
        Answer completed = provider("/v1/offers/" + offer + "/complete")
                .post(Map.of("outcome", "GOALS_MET", "text", PLANTED, "views", Map.of("child", PLANTED)))
                .expect(200);

        assertThat(completed.text("state")).isEqualTo("COMPLETED");
        assertThat(status(referral)).isEqualTo("CLOSED");
        assertThat(places(service)).containsEntry("reserved", 0);
        await().atMost(SOON).untilAsserted(() -> assertThat(namesTold(referral))
                .containsExactly(
                        "AllocationOpened",
                        "SupportOffered",
                        "OfferAccepted",
                        "SupportStarted",
                        "SupportProgressed",
                        "ConcernRaised",
                        "SupportCompleted"));
        assertThatWordsAreSealed(referral);
    }

    private void assertThatWordsAreSealed(String referral) {
        var told = told("allocation", referral);
        SupportOffered offered = (SupportOffered) told.get(1);
        ConcernRaised raised = (ConcernRaised) told.get(5);
        SupportCompleted completed = (SupportCompleted) told.get(6);
        assertThat(opener.open(offered.getContact(), referral, FreeText.class).content())
                .contains(new FreeText("offers@provider-barnardos.example"));
        assertThat(opener.open(raised.getText(), referral, FreeText.class).content())
                .contains(new FreeText(PLANTED));
        assertThat(opener.open(completed.getViews(), referral, Views.class).content())
                .contains(new Views(PLANTED, null));
        assertThatNothingIsInClear();
    }

    @Test
    void keepsNothingInClearOfWhatPeopleWrite() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        String referral = opened();
        Answer offered = offer(referral, service).expect(201);

        Answer declined = provider("/v1/offers/" + offered.text("id") + "/decline")
                .ifMatch(offered.etag())
                .post(Map.of("answer", "NO_CAPACITY", "reason", "STAFF_ABSENCE", "text", PLANTED))
                .expect(200);

        assertThat(declined.body()).doesNotContain(PLANTED);
        assertThat(declined.text("reason")).isEqualTo("STAFF_ABSENCE");
        await().atMost(SOON).untilAsserted(() -> assertThat(namesTold(referral)).contains("OfferDeclined"));
        assertThatNothingIsInClear();
    }

    private void assertThatNothingIsInClear() {
        Traces traces =
                new Traces().ofDatabase(database).ofTopics(RealStack.addresses().kafka(), topic("allocation")::equals);

        assertThat(traces.placesOf("FORT-7K2M-9QXA")).isNotEmpty();
        assertThat(traces.placesOf(PLANTED)).isEmpty();
    }

    @Test
    void takesAPlaceBackFromWhoDeclinesAndKeepsTheReason() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        Answer offered = offer(opened(), service).expect(201);

        Answer declined = provider("/v1/offers/" + offered.text("id") + "/decline")
                .ifMatch(offered.etag())
                .post(Map.of("answer", "NO_CAPACITY", "reason", "STAFF_ABSENCE"))
                .expect(200);

        assertThat(declined.text("reason")).isEqualTo("STAFF_ABSENCE");
        assertThat(places(service)).containsEntry("availability", 1);
    }

    @Test
    void holdsNoPlaceForWhoWaitsAndOffersOneUnderTheSameIdLater() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        String referral = opened();
        Answer offered = offer(referral, service).expect(201);

        provider("/v1/offers/" + offered.text("id") + "/waitlist")
                .ifMatch(offered.etag())
                .post()
                .expect(200);
        assertThat(places(service)).containsEntry("reserved", 0);
        Answer again = offer(referral, service).expect(201);

        assertThat(again.text("id")).isEqualTo(offered.text("id"));
        assertThat(places(service)).containsEntry("reserved", 1);
    }

    @Test
    void takesOffersBackWhenTheReferralIsWithdrawn() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        EventScript script = decided(SupportCode.FAMILY_SUPPORT);
        String referral = opened(script);
        Answer offered = offer(referral, service).expect(201);

        sender().send(script.then(EventBuilders.withdrawn("FAMILY_MOVED")));

        awaitAllocation(referral, answer -> answer.text("status").equals("WITHDRAWN"));
        Answer revoked = provider("/v1/offers/" + offered.text("id")).get();
        assertThat(revoked.text("state")).isEqualTo("REVOKED");
        assertThat(revoked.text("reason")).isEqualTo("REFERRAL_WITHDRAWN");
        await().atMost(SOON).untilAsserted(() -> assertThat(places(service)).containsEntry("reserved", 0));
        await().atMost(SOON).untilAsserted(() -> assertThat(namesTold(referral))
                .containsExactly("AllocationOpened", "SupportOffered", "OfferRevoked", "AllocationClosed"));
    }

    @Test
    void listsWhoWaitsByStatusAndWardAndWhatIsOfferedByState() {
        String service = service("provider-barnardos", 5, SupportCode.FAMILY_SUPPORT);
        String one = opened();
        String other = opened();
        offer(one, service).expect(201);

        assertThat(ids("/v1/allocations?status=ALLOCATING&ward=" + ward, "referralId"))
                .containsExactlyInAnyOrder(one, other);
        assertThat(ids("/v1/allocations?status=SUPPORT_ACTIVE&ward=" + ward, "referralId"))
                .isEmpty();
        assertThat(pagedReferrals("/v1/allocations?limit=1&ward=" + ward)).containsExactlyInAnyOrder(one, other);
        offer(other, service).expect(201);
        assertThat(pagedReferrals("/v1/offers?limit=1&state=OFFERED")).contains(one, other);
        assertThat(provider("/v1/offers?state=OFFERED&limit=200").get().json().findValuesAsString("referralId"))
                .contains(one);
        assertThat(otherProvider("/v1/offers?limit=200").get().json().findValuesAsString("referralId"))
                .doesNotContain(one);
    }

    /** Of all pages; nothing comes twice. */
    private List<String> pagedReferrals(String path) {
        List<String> found = Pages.rows(path, next -> coordinator(next).get()).stream()
                .map(row -> row.get("referralId").asString())
                .toList();
        assertThat(found).doesNotHaveDuplicates();
        return found;
    }

    private List<String> ids(String path, String member) {
        return coordinator(path)
                .get()
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(row -> row.get(member).asString())
                .toList();
    }

    private String status(String referral) {
        return coordinator("/v1/allocations/" + referral).get().expect(200).text("status");
    }
}
