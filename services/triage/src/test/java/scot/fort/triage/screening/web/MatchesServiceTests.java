package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import scot.fort.events.child.ChildMatchProposed;
import scot.fort.events.common.MatchKind;
import scot.fort.events.content.Correction;
import scot.fort.events.content.Corrections;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Pages;
import tools.jackson.databind.JsonNode;

/** Who the children of a referral may be, as screeners see it. */
class MatchesServiceTests extends MatchingServiceTest {

    private final ToldFamily family = ToldFamily.ofOneChild();

    @Test
    void proposesAChildWhoWasToldOfBeforeWithReasonsInWords() {
        String before = tellOf(family).referralId();
        String now = tellOf(family.but(child -> child.setKnownAs("Izzy"))).referralId();
        awaitMatching();

        JsonNode match = onlyMatch(now);

        assertThat(match.get("standing").asString()).isEqualTo("PROPOSED");
        assertThat(match.get("kind").asString()).isEqualTo("SAME_CHILD");
        assertThat(match.get("score").asDouble()).isGreaterThan(0.99);
        assertThat(match.get("reasons").toString())
                .contains("{\"code\":\"SAME_BIRTH\",\"words\":\"the same date of birth\"}");
        assertThat(match.at("/child/referralId").asString()).isEqualTo(now);
        assertThat(match.at("/other/referralId").asString()).isEqualTo(before);
        assertThat(match.at("/other/reference").asString()).isEqualTo("FORT-7K2M-9QXA");
        assertThat(match.at("/other/childId").asString())
                .isNotEqualTo(match.at("/child/childId").asString());
        assertThat(match.get("allowedActions").toString()).isEqualTo("[\"confirm\",\"reject\"]");
        assertThat(onlyMatch(before).at("/other/referralId").asString()).isEqualTo(now);
        ChildMatchProposed told = (ChildMatchProposed) awaitChildEvents(now, 1).getFirst();
        assertThat(told.getMatchId()).isEqualTo(match.get("id").asString());
        assertThat(told.getKind()).isEqualTo(MatchKind.SAME_CHILD);
        assertThat(told.getReasons()).contains("SAME_BIRTH");
        assertThat(told.getRight().getReferralId()).isEqualTo(before);
        assertThat(told.getMetadata().getSource()).isEqualTo("child");
        assertThat(told.getMetadata().getSequence()).isOne();
    }

    @Test
    void showsTheLikeliestFirstPageByPage() {
        ToldFamily other = family.but(child -> child.setAddress(null)
                .setGivenName("Ilsa" + child.getGivenName().substring("Isla".length())));
        tellOf(other);
        tellOf(family);
        tellOf(family.withBrother("Tam").only(1));
        String now = tellOf(family).referralId();
        awaitMatching();

        List<JsonNode> all = matches(now);

        assertThat(all).hasSize(3);
        assertThat(all).extracting(match -> match.get("kind").asString()).contains("SAME_CHILD", "SIBLING");
        assertThat(all).extracting(match -> -match.get("score").asDouble()).isSorted();
        assertThat(Pages.rows(screening(now) + "/matches?limit=1", path -> manager(path)
                        .get()))
                .isEqualTo(all);
    }

    @Test
    void keepsNothingOfAChildInClearAndNothingAtAllOnceItIsErased() {
        EventScript before = tellOf(family);
        EventScript now = tellOf(family);
        String last = tellOf(family).referralId();
        awaitMatching();
        String marks = kept(now.referralId()).getDocument("state").toJson();
        assertThat(marks).contains("BIRTH").doesNotContain("2015", "Isla", "Reid");
        assertThat(matches(now.referralId())).hasSize(2);

        erase(now);

        BsonDocument state = kept(now.referralId()).getDocument("state");
        assertThat(state.getArray("keys")).isEmpty();
        assertThat(state.getArray("matches")).isEmpty();
        assertThat(state.getArray("children").getFirst().asDocument().getDocument("marks"))
                .isEmpty();
        assertThat(matches(now.referralId())).isEmpty();
        assertThat(onlyMatch(last).at("/other/referralId").asString()).isEqualTo(before.referralId());
        assertThat(children().countDocuments(Filters.eq("state.matches.earlier.referralId", now.referralId())))
                .isZero();
    }

    @Test
    void looksAgainWhenWhatWasSaidOfAChildIsCorrected() {
        tellOf(family.but(child -> child.setDateOfBirth("2011-12-30").setAddress(null)));
        EventScript script = tellOf(family.but(child -> child.setAddress(null)));
        String now = script.referralId();
        awaitMatching();
        assertThat(matches(now)).isEmpty();

        Correction correction = Correction.newBuilder(EventSamples.some(Correction.class))
                .setRef("c1")
                .setDateOfBirth("2011-12-30")
                .build();
        tell(script.then(ReferralCorrected.newBuilder(EventSamples.some(ReferralCorrected.class))
                .setChildren(family.summaries())
                .setContent(sealed(now, new Corrections(List.of(correction))))));

        await().atMost(Duration.ofSeconds(30)).until(() -> matches(now).size() == 1);
        assertThat(onlyMatch(now).get("reasons").toString()).contains("SAME_BIRTH");
    }

    @Test
    void hidesARestrictedReferralFromWhoMayNotSeeIt() {
        String hidden = tellOf(family, true).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();
        String matchId = onlyMatch(now).get("id").asString();

        Answer seen = screener("kim", screening(now) + "/matches").get().expect(200);

        assertThat(seen.json().get("items")).isEmpty();
        assertThat(seen.body()).doesNotContain(hidden);
        say("confirm", now, matchId).expect(404);
        say("confirm", hidden, matchId).expect(404);
        screener("kim", screening(hidden) + "/matches").get().expect(404);
        manager(screening(now) + "/matches/" + matchId + "/confirm").post().expect(200);
        assertThat(screener("kim", screening(now) + "/matches").get().json().get("items"))
                .isEmpty();
    }

    @Test
    void writesDownWhoseMatchesWereReadBeforeTheyAreShown() {
        String before = tellOf(family).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();

        matches(now);

        for (String read : List.of(before, now)) {
            List<Document> accesses = database()
                    .getCollection("accesses")
                    .find(Filters.eq("state.referralId", read))
                    .into(new ArrayList<>());
            assertThat(accesses).hasSize(1).allSatisfy(access -> assertThat(access.get("state", Document.class))
                    .containsEntry("operation", "matches"));
        }
        call("rosie", screening(now) + "/matches", "REFERRER").get().expect(403);
    }
}
