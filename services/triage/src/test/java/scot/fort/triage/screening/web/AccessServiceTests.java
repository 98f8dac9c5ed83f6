package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.ReleaseCause;
import scot.fort.events.content.FreeText;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.triage.AccessGranted;
import scot.fort.events.triage.AccessRevoked;
import scot.fort.events.triage.GlassBroken;
import scot.fort.events.triage.ScreeningReleased;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.DatabaseCommands;
import tools.jackson.databind.JsonNode;

/** A restricted case: granted, revoked, seen by breaking the glass; and every read of it written down. */
class AccessServiceTests extends TriageServiceTest {

    private static final Map<String, String> DANGER = Map.of("reason", "IMMEDIATE_DANGER", "text", "She rang again.");

    private final String id = newReferral();
    private EventScript script;

    @Autowired
    private Opener opener;

    @Autowired
    private DatabaseCommands commands;

    @BeforeEach
    void receiveARestrictedOne() {
        script = receive(id, aReferral(id).setRestricted(true));
    }

    @Test
    void grantsAccessAndTakesItBackWithTheClaim() {
        Answer granted = grant("kim", Map.of());
        assertThat(granted.json().get("allowedActions").toString()).contains("\"grants\"");
        assertThat(grant("kim", Map.of()).etag()).isEqualTo(granted.etag());
        Answer claimed = claim(id);
        assertThat(claimed.json().at("/grants/0/grantee").asString()).isEqualTo("kim");
        assertThat(claimed.json().at("/grants/0/kind").asString()).isEqualTo("GRANTED");
        assertThat(claimed.json().at("/grants/0/by").asString()).isEqualTo("mash-manager");
        assertThat(claimed.json().get("allowedActions").toString()).doesNotContain("\"grants\"");

        Answer revoked = manager(grants("kim")).delete().expect(200);

        assertThat(revoked.json().has("claimedBy")).isFalse();
        assertThat(manager(grants("kim")).delete().expect(200).etag()).isEqualTo(revoked.etag());
        assertThat(post(id, "renew", "{}").status()).isEqualTo(404);
        List<SpecificRecord> told = awaitEvents(id, 5);
        assertThat(told.get(1)).isInstanceOfSatisfying(AccessGranted.class, grant -> {
            assertThat(grant.getGrantee()).isEqualTo("kim");
            assertThat(grant.getUntil()).isNull();
            assertThat(grant.getMetadata().getActor()).isEqualTo("mash-manager");
        });
        assertThat(told.get(3)).isInstanceOfSatisfying(AccessRevoked.class, ended -> assertThat(ended.getGrantee())
                .isEqualTo("kim"));
        assertThat(told.get(4))
                .isInstanceOfSatisfying(ScreeningReleased.class, released -> assertThat(released.getCause())
                        .isEqualTo(ReleaseCause.ACCESS_ENDED));
    }

    @Test
    void letsAClaimEndWithTheGrant() {
        Instant until = now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
        grant("kim", Map.of("until", until.toString()));

        assertThat(claim(id).text("claimExpiresAt")).isEqualTo(until.toString());
        assertThat(post(id, "renew", "{}").expect(200).text("claimExpiresAt")).isEqualTo(until.toString());
        clock().forward(Duration.ofMinutes(10));

        assertThat(post(id, "renew", "{}").status()).isEqualTo(404);
        assertThat(see(id).json().has("claimedBy")).isFalse();
    }

    @Test
    void opensTheCaseAtOnceToWhoeverBreaksTheGlassAndTellsWhyUnderSeal() {
        Answer seen = breakGlass("kim", DANGER).expect(200);

        assertThat(seen.json().at("/content/narrative").asString()).isEqualTo(NARRATIVE);
        assertThat(seen.json().at("/grants/0/kind").asString()).isEqualTo("BROKEN_GLASS");
        assertThat(seen.etag()).isEqualTo("\"2\"");
        assertThat(screener("kim", screening(id)).get().status()).isEqualTo(200);
        assertThat(screener("lee", screening(id)).get().status()).isEqualTo(404);
        assertThat(outcomes()).containsExactlyInAnyOrder("break-glass BROKEN_GLASS", "screening BROKEN_GLASS");
        assertThat(awaitEvents(id, 2).getLast()).isInstanceOfSatisfying(GlassBroken.class, broken -> {
            assertThat(broken.getScreener()).isEqualTo("kim");
            assertThat(broken.getReason()).isEqualTo("IMMEDIATE_DANGER");
            assertThat(broken.toString()).doesNotContain("She rang again.");
            assertThat(opener.open(broken.getText(), id, FreeText.class).content())
                    .contains(new FreeText("She rang again."));
        });
        clock().forward(Duration.ofHours(1));
        assertThat(screener("kim", screening(id)).get().status()).isEqualTo(404);
    }

    @Test
    void breaksNoGlassWhereNoneHasToBeBroken() {
        String open = receive();
        grant("kim", Map.of());

        for (Answer refused : List.of(
                breakGlass("kim", DANGER),
                manager(screening(id) + "/break-glass").post(DANGER),
                screener("lee", screening(open) + "/break-glass").post(DANGER))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("detail"))
                    .isEqualTo("You may see this referral already: no glass has to be broken.");
        }
        assertThat(screener("lee", screening(newReferral()) + "/break-glass")
                        .post(DANGER)
                        .status())
                .isEqualTo(404);
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void boundsHowOftenSomebodyMayTry() {
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(screener("mallory", screening(newReferral()) + "/break-glass")
                            .post(DANGER)
                            .status())
                    .isEqualTo(404);
        }

        Answer refused = breakGlass("mallory", DANGER);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 360);
        assertThat(screener("mallory", screening(id)).get().status()).isEqualTo(404);
        clock().forward(Duration.ofMinutes(6));
        assertThat(breakGlass("mallory", DANGER).status()).isEqualTo(200);
    }

    /** A refusal would tell of the case to somebody of whom nobody is told. */
    @Test
    void opensTheCaseAlsoWhenItsContentWasErasedAndKeepsNoTextThen() {
        tell(script.then(ContentErased.newBuilder(EventSamples.some(ContentErased.class))));
        await().atMost(Duration.ofSeconds(30)).until(() -> see(id).json().has("erased"));

        assertThat(breakGlass("kim", DANGER).expect(200).json().has("content")).isFalse();

        assertThat(awaitEvents(id, 2).getLast())
                .isInstanceOfSatisfying(GlassBroken.class, broken -> assertThat(broken.getText())
                        .isNull());
    }

    @Test
    void refusesAGrantThatMakesNoSense() {
        String open = receive();

        assertThat(manager(screening(open) + "/grants/kim").put(Map.of()).text("detail"))
                .isEqualTo("This referral is not restricted: every screener may see it.");
        assertThat(manager(grants("kim"))
                        .put(Map.of("until", now().toString()))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/until");
        assertThat(manager(grants("no%20name")).put(Map.of()).status()).isEqualTo(422);
        assertThat(manager(grants("k".repeat(129))).put(Map.of()).status()).isEqualTo(422);
        assertThat(breakGlass("kim", Map.of("reason", "CURIOSITY")).status()).isEqualTo(422);
    }

    @Test
    void listsWhoLookedInWhicheverServiceNewestFirst() {
        see(id);
        grant("kim", Map.of());
        screener("kim", screening(id)).get().expect(200);

        JsonNode readBy = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> see(id).json().get("readBy"),
                        reads -> reads.size() >= 2
                                && reads.findValuesAsString("subject").contains("kim"));

        JsonNode kims = readBy.valueStream()
                .filter(read -> read.get("subject").asString().equals("kim"))
                .findFirst()
                .orElseThrow();
        assertThat(kims.get("organisation").asString()).isEqualTo("mash");
        assertThat(kims.get("service").asString()).isEqualTo("triage");
        assertThat(kims.get("operation").asString()).isEqualTo("screening");
        assertThat(kims.get("outcome").asString()).isEqualTo("GRANTED");
        assertThat(readBy.findValuesAsString("at")).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void showsNothingThatCannotBeWrittenDown() {
        String other = receive();
        List<Call> reads = List.of(manager(screening(id)), screener("kim", screening(other)));

        AccessLogAway.during(database(), () -> reads.forEach(read -> assertUnavailable(read.get())));

        reads.forEach(read -> read.get().expect(200));
    }

    /** Not even by what is asked of the database for an answer. */
    @Test
    void tellsNobodyWhichCasesThereAreWhileNoLookCanBeWrittenDown() {
        String heardOfByHalf = newReferral();
        tell(EventScript.about(heardOfByHalf).then(EventBuilders.allocationOpened()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> screenings().countDocuments(Filters.eq("_id", heardOfByHalf)) == 1);
        Map<String, List<String>> asked = new HashMap<>();
        Set<String> answers = new HashSet<>();
        Answer anAttemptBefore = tries("kim", newReferral());

        AccessLogAway.during(database(), () -> Stream.of(id, heardOfByHalf, newReferral())
                .forEach(one -> asked.put(one, commands.during(() -> {
                    Answer answer = tries("kim", one);
                    assertUnavailable(answer);
                    answers.add(answer.header("Retry-After") + answer.body().replace(one, ""));
                }))));

        assertThat(anAttemptBefore.status()).isEqualTo(404);
        assertThat(answers).hasSize(1);
        assertThat(Set.copyOf(asked.values())).hasSize(1);
        assertThat(see(id).etag()).isEqualTo("\"1\"");
        assertThat(breakGlass("kim", DANGER).status()).isEqualTo(200);
    }

    @Test
    void leavesACaseToTheNextWhoAsksWhereTheLookOfOneWhoClaimedItCouldNotBeWrittenDown() {
        String open = receive();

        AccessLogAway.during(database(), () -> {
            assertUnavailable(screener("kim", screening(open) + "/claim").post());
            assertUnavailable(screener("kim", "/v1/queue/claim-next").post());
        });

        assertThat(see(open).etag()).isEqualTo("\"1\"");
        Answer next = screener("lee", "/v1/queue/claim-next").post().expect(200);
        assertThat(next.text("referralId")).isEqualTo(open);
        assertThat(next.text("claimedBy")).isEqualTo("lee");
        assertThat(next.json().at("/content/narrative").asString()).isEqualTo(NARRATIVE);
        assertThat(awaitEvents(open, 2)).hasSize(2);
    }

    private static void assertUnavailable(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("code")).isEqualTo("unavailable");
        assertThat(answer.body()).doesNotContain(NARRATIVE);
    }

    private Answer grant(String grantee, Map<String, String> body) {
        return manager(grants(grantee)).put(body).expect(200);
    }

    private String grants(String grantee) {
        return screening(id) + "/grants/" + grantee;
    }

    private Answer breakGlass(String who, Map<String, String> why) {
        return screener(who, screening(id) + "/break-glass").post(why);
    }

    private Answer tries(String who, String referralId) {
        return screener(who, screening(referralId) + "/break-glass").post(DANGER);
    }

    private MongoCollection<BsonDocument> accesses() {
        return database().getCollection("accesses", BsonDocument.class);
    }

    private List<String> outcomes() {
        return accesses()
                .find(Filters.eq("state.referralId", id))
                .map(access -> access.getDocument("state"))
                .map(state -> state.getString("operation").getValue() + " "
                        + state.getString("outcome").getValue())
                .into(new ArrayList<>());
    }
}
