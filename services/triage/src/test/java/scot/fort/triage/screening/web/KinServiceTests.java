package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.triage.PriorityRated;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;
import tools.jackson.databind.JsonNode;

/** What the hub knows of a child from other referrals, once somebody has confirmed that it is the child. */
class KinServiceTests extends MatchingServiceTest {

    private final ToldFamily family = ToldFamily.ofOneChild();

    @Autowired
    private Openings openings;

    @Autowired
    private AggregateStore<Screening, ScreeningEvent> store;

    @Test
    void showsWhatBecameOfTheChildBefore() {
        String before = tellOfOneThatIsClosed();
        String now = tellOf(family).referralId();
        awaitMatching();
        assertThat(referrals(see(now))).isEmpty();
        assertThat(row(now).get("priorReferrals").asInt()).isZero();

        confirmTheOnlyMatchOf(now);

        JsonNode other = referrals(see(now)).getFirst();
        assertThat(other.get("referralId").asString()).isEqualTo(before);
        assertThat(other.get("kind").asString()).isEqualTo("SAME_CHILD");
        assertThat(other.get("reference").asString()).isEqualTo("FORT-7K2M-9QXA");
        assertThat(other.get("status").asString()).isEqualTo("CLOSED");
        assertThat(other.get("open").asBoolean()).isFalse();
        assertThat(other.at("/decisions/0/decision").asString()).isEqualTo("ADVICE_SIGNPOST");
        assertThat(other.toString()).doesNotContain("rationale");
        assertThat(row(now).get("priorReferrals").asInt()).isOne();
        assertThat(row(before).get("priorReferrals").asInt()).isZero();
        assertThat(referrals(see(before))).hasSize(1);
        assertThat(childId(see(now))).isEqualTo(childId(see(before)));
        assertThat(database()
                        .getCollection("accesses")
                        .countDocuments(Filters.and(
                                Filters.eq("state.referralId", before), Filters.eq("state.operation", "history"))))
                .isPositive();
    }

    @Test
    void countsAlongAChainAndForgetsWhatIsUndone() {
        String first = tellOf(family).referralId();
        String second = tellOf(family).referralId();
        awaitMatching();
        String link = matchWith(first, second);
        String third = tellOf(family).referralId();
        awaitMatching();
        say("confirm", third, matchWith(second, third)).expect(200);
        assertThat(row(third).get("priorReferrals").asInt()).isOne();

        say("confirm", second, link).expect(200);

        assertThat(row(third).get("priorReferrals").asInt()).isEqualTo(2);
        assertThat(row(second).get("priorReferrals").asInt()).isOne();
        assertThat(childId(see(third))).isEqualTo(childId(see(first)));

        say("undo", second, link).expect(200);

        assertThat(row(third).get("priorReferrals").asInt()).isOne();
        assertThat(row(second).get("priorReferrals").asInt()).isZero();
        assertThat(childId(see(third))).isEqualTo(childId(see(second))).isNotEqualTo(childId(see(first)));
        assertThat(referrals(see(first))).isEmpty();
    }

    @Test
    void showsReferralsOfSiblingsWhoWereNamedBesideTheChild() {
        ToldFamily both = family.withBrother("Tam");
        String ofTam = tellOf(both.only(1)).referralId();
        String ofBoth = tellOf(both).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();
        say("confirm", ofBoth, matchWith(ofTam, ofBoth, "SAME_CHILD")).expect(200);
        say("confirm", now, matchWith(ofBoth, now, "SAME_CHILD")).expect(200);

        List<JsonNode> referrals = referrals(see(now));

        assertThat(referrals)
                .extracting(other -> other.get("kind").asString() + " "
                        + other.get("referralId").asString())
                .containsExactlyInAnyOrder("SIBLING " + ofTam, "SAME_CHILD " + ofBoth);
        assertThat(row(now).get("priorReferrals").asInt()).isOne();
    }

    @Test
    void showsNothingOfARestrictedReferralToWhoMayNotSeeIt() {
        String hidden = tellOf(family, true).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();
        String ownId = childId(screener("kim", screening(now)).get());
        manager(screening(now) + "/matches/" + onlyMatch(now).get("id").asString() + "/confirm")
                .post()
                .expect(200);

        Answer seen = screener("kim", screening(now)).get().expect(200);

        assertThat(seen.body()).doesNotContain(hidden);
        assertThat(referrals(seen)).isEmpty();
        assertThat(childId(seen)).isEqualTo(ownId);
        assertThat(seen.json().get("priorReferrals").asInt()).isZero();
        assertThat(see(now).json().get("priorReferrals").asInt()).isOne();
        assertThat(referrals(see(now))).hasSize(1);
        assertThat(childId(see(now))).isNotEqualTo(ownId);
    }

    @Test
    void findsANewConcernMoreUrgentWhileAnEarlierOneOfTheChildIsOpen() {
        String open = tellOf(family).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();
        assertThat(row(now).get("priority").asString()).isEqualTo("GREEN");

        confirmTheOnlyMatchOf(now);

        Answer seen = see(now);
        assertThat(seen.text("priority")).isEqualTo("AMBER");
        assertThat(seen.json().get("rules").toString()).contains("CHILD_WITH_AN_OPEN_REFERRAL");
        assertThat(seen.json().get("rulesReasons").toString()).contains("Two people worry about the same child");
        assertThat(seen.json().at("/ratings/0/by").asString()).isEqualTo("triage");
        assertThat(row(open).get("priority").asString()).isEqualTo("GREEN");
        assertThat(referrals(seen).getFirst().get("open").asBoolean()).isTrue();
        assertThat(referrals(see(open)).getFirst().get("open").asBoolean()).isTrue();
        PriorityRated rated = awaitEvents(now, 2).stream()
                .filter(PriorityRated.class::isInstance)
                .map(PriorityRated.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(rated.getRules()).containsExactly("CHILD_WITH_AN_OPEN_REFERRAL");
        assertThat(rated.getRulesVersion()).isEqualTo(seen.text("rulesVersion"));
        assertThat(rated.getRationale()).isNull();

        String etag = claim(now).etag();
        rate(now, etag, "GREEN").expect(200);
        say("undo", now, onlyMatch(now).get("id").asString()).expect(200);
        confirmTheOnlyMatchOf(now);

        assertThat(see(now).text("priority")).isEqualTo("GREEN");
    }

    /** The rules look at an earlier referral when somebody has confirmed that it is of the child, and not at each that is alike. */
    @Test
    void leavesFamiliesAsTheyAreWhenAReferralOnlyResemblesTheirs() {
        String before = tellOfOneThatIsClosed();
        String now = tellOf(family).referralId();
        awaitMatching();
        confirmTheOnlyMatchOf(now);
        managerDoes(before, "reopen", "*", Map.of("reason", "OTHER")).expect(200);

        String alike = tellOf(family).referralId();
        awaitMatching();

        assertThat(matches(alike)).hasSize(2);
        assertThat(see(now).text("priority")).isEqualTo("GREEN");
        assertThat(row(now).get("priorReferrals").asInt()).isOne();
    }

    /** As where somebody is faster at the one that is claimed first. */
    @Test
    void logsThatTheWholeOfAReferralIsSeenWhoseHistoryWasSeenBefore() {
        String before = tellOf(family).referralId();
        String now = tellOf(family).referralId();
        awaitMatching();
        confirmTheOnlyMatchOf(now);
        Opening opening = openings.of(
                new Caller("kim", "mash", "", Set.of(Role.SCREENER)), new RequestContext("request", "work", null));

        opening.look(now, stored(now));
        opening.look(before, stored(before));
        opening.look(before, stored(before));

        assertThat(looksAt(before)).containsExactlyInAnyOrder("history", "screening");
        assertThat(looksAt(now)).containsExactlyInAnyOrder("history", "screening");
    }

    @Test
    void forgetsTheKinOfAReferralThatIsErased() {
        EventScript before = tellOf(family);
        String now = tellOf(family).referralId();
        awaitMatching();
        confirmTheOnlyMatchOf(now);

        erase(before);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> referrals(see(now)).isEmpty()
                        && referrals(see(before.referralId())).isEmpty());
        assertThat(row(now).get("priorReferrals").asInt()).isZero();
    }

    private Screening stored(String id) {
        return store.find(id).orElseThrow().require();
    }

    private List<String> looksAt(String id) {
        return database()
                .getCollection("accesses", BsonDocument.class)
                .find(Filters.and(
                        Filters.eq("state.referralId", id), Filters.in("state.operation", "screening", "history")))
                .map(access ->
                        access.getDocument("state").getString("operation").getValue())
                .into(new ArrayList<>());
    }

    private void confirmTheOnlyMatchOf(String id) {
        say("confirm", id, onlyMatch(id).get("id").asString()).expect(200);
    }

    private String matchWith(String other, String id) {
        return matchWith(other, id, "SAME_CHILD");
    }

    private String matchWith(String other, String id, String kind) {
        return matches(id).stream()
                .filter(match -> match.at("/other/referralId").asString().equals(other))
                .filter(match -> match.get("kind").asString().equals(kind))
                .map(match -> match.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode row(String id) {
        return see(id).json();
    }

    private static List<JsonNode> referrals(Answer seen) {
        return seen.json().at("/histories/0/referrals").valueStream().toList();
    }

    private static String childId(Answer seen) {
        return seen.json().at("/histories/0/childId").asString();
    }

    private String tellOfOneThatIsClosed() {
        String closed = tellOf(family).referralId();
        Map<String, Object> decision =
                Map.of("decision", "ADVICE_SIGNPOST", "rationale", "x", "messageToReferrer", "x");
        decide(closed, claim(closed).etag(), decision).expect(200);
        return closed;
    }
}
