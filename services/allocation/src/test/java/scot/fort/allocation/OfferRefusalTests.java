package scot.fort.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import scot.fort.events.common.SupportCode;
import scot.fort.events.intake.ContentErased;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;

class OfferRefusalTests extends AllocationServiceTest {

    @Test
    void showsAnOfferToItsProviderAndToCoordinatorsAlone() {
        String offer = offered().text("id");

        provider("/v1/offers/" + offer).get().expect(200);
        coordinator("/v1/offers/" + offer).get().expect(200);
        otherProvider("/v1/offers/" + offer).get().expect(404);
        otherProvider("/v1/offers/" + offer + "/accept").ifMatch("*").post().expect(404);
        call("/v1/offers/" + offer, "kim", "mash", "SCREENER").get().expect(403);
        provider("/v1/offers/no-uuid").get().expect(404);
        provider("/v1/offers/" + UUID.randomUUID()).get().expect(404);
    }

    @Test
    void letsNobodyAnswerForTheProviderAndNoProviderRevoke() {
        Answer offered = offered();
        String path = "/v1/offers/" + offered.text("id");

        coordinator(path + "/accept").ifMatch(offered.etag()).post().expect(403);
        provider(path + "/revoke").post(Map.of("reason", "NEEDS_CHANGED")).expect(403);
        coordinator(path + "/revoke").post(Map.of("reason", "NEEDS_CHANGED")).expect(200);
        provider("/v1/allocations").get().expect(403);
    }

    @Test
    void wantsTheVersionThatWasReadForAnAnswer() {
        Answer offered = offered();
        String path = "/v1/offers/" + offered.text("id");

        assertThat(provider(path + "/accept").post().expect(428).text("code")).isEqualTo("precondition-required");
        assertThat(provider(path + "/accept")
                        .ifMatch("\"99\"")
                        .post()
                        .expect(412)
                        .text("code"))
                .isEqualTo("stale");
        provider(path + "/accept").ifMatch(offered.etag()).post().expect(200);
        provider(path + "/waitlist").ifMatch(offered.etag()).post().expect(412);
    }

    @Test
    void honoursTheVersionOfWhateverElseIsSaidWhereOneIsSent() {
        Answer offered = offered();
        String path = "/v1/offers/" + offered.text("id");
        Answer accepted =
                provider(path + "/accept").ifMatch(offered.etag()).post().expect(200);

        provider(path + "/start").ifMatch(offered.etag()).post().expect(412);
        provider(path + "/fail")
                .ifMatch(offered.etag())
                .post(Map.of("reason", "FAMILY_DISENGAGED"))
                .expect(412);
        provider(path + "/raise-concern")
                .ifMatch(offered.etag())
                .post(Map.of("text", "x"))
                .expect(412);
        coordinator(path + "/revoke")
                .ifMatch(offered.etag())
                .post(Map.of("reason", "OFFERED_IN_ERROR"))
                .expect(412);
        provider(path + "/start").ifMatch(accepted.etag()).post().expect(200);
        provider(path + "/progress")
                .ifMatch(accepted.etag())
                .post(Map.of("text", "x"))
                .expect(412);
        provider(path + "/complete")
                .ifMatch(accepted.etag())
                .post(Map.of("outcome", "GOALS_MET"))
                .expect(412);
        provider(path + "/complete").post(Map.of("outcome", "GOALS_MET")).expect(200);
    }

    @Test
    void keepsAnAnswerFreshWhateverElseHappensToTheReferral() {
        String service = service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT);
        var script = decided(SupportCode.FAMILY_SUPPORT);
        String referral = opened(script);
        Answer offered = offer(referral, service).expect(201);
        String before = coordinator("/v1/allocations/" + referral).get().etag();

        sender().send(script.then(EventBuilders.informationAdded(1)));
        awaitAllocation(referral, answer -> !answer.etag().equals(before));

        provider("/v1/offers/" + offered.text("id") + "/accept")
                .ifMatch(offered.etag())
                .post()
                .expect(200);
    }

    @Test
    void saysWhatIsLegalWhereATransitionIsNot() {
        String path = "/v1/offers/" + offered().text("id");

        Answer refused = provider(path + "/start").post().expect(409);

        assertThat(refused.text("code")).isEqualTo("illegal-transition");
        assertThat(refused.json().get("allowed").toString())
                .isEqualTo("[\"ACCEPTED\",\"DECLINED\",\"EXPIRED\",\"REVOKED\",\"WAITLISTED\"]");
    }

    @Test
    void tellsAllFaultsOfABodyAtOnceAndRepeatsNothingOfIt() {
        Answer offered = offered();

        Answer refused = provider("/v1/offers/" + offered.text("id") + "/decline")
                .ifMatch(offered.etag())
                .post(Map.of("answer", "PERHAPS", "reason", "THE_FATHER_SHOUTS", "note", "x"))
                .expect(422);

        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/answer", "/reason", "/note");
        assertThat(refused.body()).doesNotContainIgnoringCase("father");
    }

    @Test
    void wantsEitherAServiceOrToChooseItself() {
        String path = "/v1/allocations/" + opened() + "/offers";

        coordinator(path).post(Map.of()).expect(422);
        coordinator(path)
                .post(Map.of("auto", true, "serviceId", UUID.randomUUID().toString()))
                .expect(422);
        coordinator(path).post(Map.of("auto", true, "expiresInHours", 0)).expect(422);
        coordinator(path)
                .post(Map.of("serviceId", UUID.randomUUID().toString()))
                .expect(422);
        offer(UUID.randomUUID().toString(), UUID.randomUUID().toString()).expect(404);
    }

    @Test
    void closesNoSearchThatIsNotExhausted() {
        Answer refused = coordinator("/v1/allocations/" + opened() + "/close")
                .post(Map.of("reason", "NO_SERVICE_AVAILABLE"))
                .expect(409);

        assertThat(refused.json().get("allowed").toString()).contains("UNALLOCATED");
    }

    @Test
    void hidesARestrictedReferralFromCoordinatorsButNotFromWhoeverWasAsked() {
        String service = service("provider-barnardos", 2, SupportCode.FAMILY_SUPPORT);
        String referral = opened(decided(EventBuilders.received().setRestricted(true), SupportCode.FAMILY_SUPPORT));

        coordinator("/v1/allocations/" + referral).get().expect(404);
        coordinator("/v1/allocations/" + referral + "/candidates").get().expect(404);
        offer(referral, service).expect(404);
        assertThat(coordinator("/v1/allocations?ward=" + ward).get().json().get("items"))
                .isEmpty();
        assertThat(manager("/v1/allocations?ward=" + ward).get().json().get("items"))
                .hasSize(1);
        Answer offered = manager("/v1/allocations/" + referral + "/offers")
                .post(Map.of("serviceId", service))
                .expect(201);
        coordinator("/v1/offers/" + offered.text("id")).get().expect(404);
        assertThat(coordinator("/v1/offers?limit=200").get().body()).doesNotContain(referral);
        provider("/v1/offers/" + offered.text("id")).get().expect(200);
        assertThat(provider("/v1/offers?limit=200").get().body()).contains(referral);
        assertThat(places(service)).containsEntry("reserved", 1);
    }

    /** Its key may be cached for a while after it was destroyed, but what was told holds at once. */
    @Test
    void offersAnErasedReferralToNobodyAndTakesNoWordsAboutIt() {
        String service = service("provider-barnardos", 2, SupportCode.FAMILY_SUPPORT);
        EventScript script = decided(SupportCode.FAMILY_SUPPORT);
        String referral = opened(script);
        Answer offered = offer(referral, service).expect(201);
        Answer accepted = provider("/v1/offers/" + offered.text("id") + "/accept")
                .ifMatch(offered.etag())
                .post()
                .expect(200);

        sender().send(List.of(script.then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)))
                .events()
                .getLast()));
        Answer erased =
                awaitAllocation(referral, answer -> answer.json().get("erased").asBoolean());

        assertThat(erased.json().at("/children/0/ageYears").asInt()).isEqualTo(11);
        assertThat(offer(referral, service("provider-aberlour", 1, SupportCode.FAMILY_SUPPORT))
                        .expect(409)
                        .text("detail"))
                .contains("erased");
        assertThat(provider("/v1/offers/" + offered.text("id") + "/raise-concern")
                        .post(Map.of("text", "Worried."))
                        .expect(409)
                        .text("detail"))
                .contains("erased");
        provider("/v1/offers/" + offered.text("id") + "/start")
                .ifMatch(accepted.etag())
                .post()
                .expect(200);
    }

    private Answer offered() {
        return offer(opened(), service("provider-barnardos", 1, SupportCode.FAMILY_SUPPORT))
                .expect(201);
    }
}
