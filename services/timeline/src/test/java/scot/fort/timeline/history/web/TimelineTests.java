package scot.fort.timeline.history.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.common.SealedContent;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.triage.AccessGranted;
import scot.fort.events.triage.AccessRevoked;
import scot.fort.events.triage.GlassBroken;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.sealing.DataKeys;
import scot.fort.platform.sealing.KeyPool;
import scot.fort.platform.sealing.Sealer;
import tools.jackson.databind.JsonNode;

class TimelineTests extends TimelineServiceTest {

    private static final String SECRET = "Mum is afraid of him.";
    private static final ReferralContent REFERRAL_CONTENT = ReferralContent.newBuilder(
                    EventSamples.some(ReferralContent.class))
            .setNarrative("The whole of it.")
            .build();

    private final String referralId = UUID.randomUUID().toString();

    @Autowired
    private MongoDatabase database;

    @Autowired
    private DataKeys dataKeys;

    @Autowired
    private Sealer sealer;

    @Autowired
    private KeyPool keys;

    @Test
    void tellsTheStoryThatTheFourServicesTold() {
        tell(script().then(EventBuilders.notificationQueued("n1")).then(EventBuilders.allocationOpened()));

        JsonNode timeline = awaitEntries(5, "COORDINATOR");

        assertThat(timeline.get("referralId").asString()).isEqualTo(referralId);
        assertThat(timeline.get("reference").asString()).isEqualTo("FORT-7K2M-9QXA");
        assertThat(timeline.get("status").asString()).isEqualTo("ALLOCATING");
        assertThat(timeline.get("lane").asString()).isEqualTo("FAMILY_SUPPORT");
        assertThat(timeline.get("positions").toString())
                .isEqualTo("{\"allocation\":1,\"intake\":1,\"notification\":1,\"triage\":2}");
        assertThat(timeline.get("entries").findValuesAsString("type"))
                .containsExactly(
                        "ReferralReceived",
                        "ScreeningOpened",
                        "ScreeningDecided",
                        "NotificationQueued",
                        "AllocationOpened");
        assertThat(decision(timeline).get("summary").asString())
                .isEqualTo("The screening hub decided: allocate family support.");
    }

    @Test
    void opensFreeTextForScreenersAlone() {
        tell(script());

        JsonNode whole = awaitEntries(3, "SCREENER");
        JsonNode forCoordinator = decision(awaitEntries(3, "COORDINATOR"));
        JsonNode forManager = decision(awaitEntries(3, "PARTNERSHIP_MANAGER"));

        assertThat(decision(whole).at("/details/rationale").asString()).isEqualTo(SECRET);
        assertThat(whole.at("/entries/0/details/content/narrative").asString()).isEqualTo("The whole of it.");
        assertThat(forCoordinator.at("/details/decision").asString()).isEqualTo("ALLOCATE_FAMILY_SUPPORT");
        assertThat(forCoordinator.get("details").has("rationale")).isFalse();
        assertThat(forCoordinator.has("actor")).isTrue();
        assertThat(forManager.has("details")).isFalse();
        assertThat(forManager.has("actor")).isFalse();
        assertThat(forManager.has("summary")).isTrue();
    }

    @Test
    void saysErasedWhereTheKeyIsDestroyed() {
        SealedContent erased = sealed(REFERRAL_CONTENT);
        dataKeys.destroy(erased.getKeyId());
        tell(EventScript.about(referralId)
                .then(EventBuilders.received().setContent(erased))
                .then(EventBuilders.screeningOpened(Priority.AMBER)));

        JsonNode received = awaitEntries(2, "SCREENER").at("/entries/0");

        assertThat(received.get("erased").asBoolean()).isTrue();
        assertThat(received.get("details").has("content")).isFalse();
    }

    /** The key may be cached for a while after it was destroyed, but what was told holds at once, for earlier times too. */
    @Test
    void showsCodesAndTimesOnlyOnceTheErasureWasTold() {
        EventScript script = script();
        tell(script);
        awaitEntries(3, "SCREENER");
        Instant decided = script.events().getLast().metadata().getRecordedAt();

        tell(script.then(ContentErased.newBuilder(EventSamples.some(ContentErased.class))));

        JsonNode now = awaitEntries(4, "SCREENER");
        JsonNode then =
                get("/" + referralId + "?asKnownAt=" + decided, "SCREENER").json();
        assertThat(then.get("entries")).hasSize(3);
        for (JsonNode timeline : List.of(now, then)) {
            assertThat(timeline.toString()).doesNotContain(SECRET).doesNotContain("The whole of it.");
            assertThat(decision(timeline).get("erased").asBoolean()).isTrue();
            assertThat(decision(timeline).at("/details/decision").asString()).isEqualTo("ALLOCATE_FAMILY_SUPPORT");
        }
        assertThat(now.at("/entries/3/details/approvedBy").isString()).isTrue();
    }

    @Test
    void keepsInTheLogWhoReadTheRecord() {
        tell(script());
        awaitEntries(3, "AUDITOR");

        List<Document> accesses = database.getCollection("accesses")
                .find(Filters.eq("state.referralId", referralId))
                .into(new ArrayList<>());

        assertThat(accesses).isNotEmpty().allSatisfy(access -> assertThat(access.get("state", Document.class))
                .containsEntry("operation", "timeline")
                .containsEntry("purpose", "AUDIT"));
    }

    @Test
    void showsWhatWasKnownAtATime() {
        EventScript script = script();
        tell(script);
        awaitEntries(3, "AUDITOR");
        Instant opened = script.events().get(1).metadata().getRecordedAt();

        JsonNode then =
                get("/" + referralId + "?asKnownAt=" + opened, "AUDITOR").json();

        assertThat(then.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(then.get("entries")).hasSize(2);
        assertThat(then.get("positions").toString()).isEqualTo("{\"intake\":1,\"triage\":1}");
        assertThat(get("/" + referralId + "?asKnownAt=2020-01-01T00:00:00%2B01:00", "AUDITOR")
                        .status())
                .isEqualTo(404);
        assertThat(get("/" + referralId + "?asKnownAt=yesterday", "AUDITOR").status())
                .isEqualTo(422);
    }

    @Test
    void hidesARestrictedReferralFromAllButManagersOfTheHubAndAuditors() {
        tell(EventScript.about(referralId)
                .then(EventBuilders.received().setRestricted(true).setContent(sealed(REFERRAL_CONTENT)))
                .then(EventBuilders.screeningOpened(Priority.RED)));
        awaitEntries(2, "AUDITOR");

        assertThat(status("SCREENING_MANAGER")).isEqualTo(200);
        assertThat(status("SCREENER")).isEqualTo(404);
        assertThat(status("COORDINATOR")).isEqualTo(404);
        assertThat(status("PARTNERSHIP_MANAGER")).isEqualTo(404);
    }

    @Test
    void showsARestrictedReferralToWhoeverHasAGrantForAsLongAsItHolds() {
        Instant now = Instant.now();
        EventScript script = EventScript.about(referralId)
                .then(EventBuilders.received().setRestricted(true).setContent(sealed(REFERRAL_CONTENT)))
                .then(EventBuilders.screeningOpened(Priority.RED))
                .then(granted("kim", null))
                .then(granted("lee", now.minusSeconds(1)))
                .then(glassBroken("ash", now.plusSeconds(600)));
        tell(script);
        awaitEntries(5, "AUDITOR");

        assertThat(statusFor("kim")).isEqualTo(200);
        assertThat(outcomeOfTheLastRead()).isEqualTo("GRANTED");
        assertThat(statusFor("lee")).isEqualTo(404);
        assertThat(statusFor("sam")).isEqualTo(404);
        assertThat(statusFor("ash")).isEqualTo(200);
        assertThat(outcomeOfTheLastRead()).isEqualTo("BROKEN_GLASS");

        tell(script.then(
                AccessRevoked.newBuilder(EventSamples.some(AccessRevoked.class)).setGrantee("kim")));
        awaitEntries(6, "AUDITOR");

        assertThat(statusFor("kim")).isEqualTo(404);
    }

    @Test
    void showsNothingBeforeItKnowsWhetherTheReferralIsRestricted() {
        sender().send(script().events().subList(1, 3));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> database.getCollection("histories").countDocuments(Filters.eq("_id", referralId)) == 1);

        assertThat(status("SCREENING_MANAGER")).isEqualTo(404);
    }

    @Test
    void refusesWhoeverHasNoPartInIt() {
        assertThat(status("SCREENER")).isEqualTo(404);
        assertThat(get("/no-uuid", "SCREENER").status()).isEqualTo(404);
        assertThat(status("REFERRER")).isEqualTo(403);
        assertThat(status("PROVIDER_WORKER")).isEqualTo(403);
        assertThat(getAnonymously("/" + referralId).status()).isEqualTo(401);
    }

    private EventScript script() {
        return EventScript.about(referralId)
                .then(EventBuilders.received().setContent(sealed(REFERRAL_CONTENT)))
                .then(EventBuilders.screeningOpened(Priority.AMBER))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT)
                        .setRationale(sealed(new FreeText(SECRET))));
    }

    private SealedContent sealed(SpecificRecord content) {
        return sealer.seal(keys.take(), referralId, content);
    }

    private static void tell(EventScript script) {
        sender().send(script);
    }

    private JsonNode awaitEntries(int count, String role) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> get("/" + referralId, role).json(),
                        timeline -> timeline.has("entries")
                                && timeline.get("entries").size() == count);
    }

    private static JsonNode decision(JsonNode timeline) {
        return timeline.get("entries")
                .valueStream()
                .filter(entry -> entry.get("type").asString().equals("ScreeningDecided"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesARestrictedReferralToNobodyElseAsTheOneThatAnotherRepeats() {
        String restricted = UUID.randomUUID().toString();
        tell(EventScript.about(restricted)
                .then(EventBuilders.received().setRestricted(true))
                .then(granted("kim", null)));
        tell(EventScript.about(referralId)
                .then(EventBuilders.received())
                .then(EventBuilders.screeningOpened(Priority.AMBER))
                .then(EventBuilders.decided(ScreeningDecision.DUPLICATE).setDuplicateOf(restricted)));
        awaitEntries(3, "AUDITOR");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get("/" + restricted, "COORDINATOR", "kim").status() == 200);

        assertThat(get("/" + referralId, "COORDINATOR", "kim").body()).contains(restricted);
        assertThat(get("/" + referralId, "COORDINATOR", "lee").expect(200).body())
                .doesNotContain(restricted);
        assertThat(get("/" + referralId, "AUDITOR", "ash").body()).contains(restricted);
    }

    private static AccessGranted.Builder granted(String grantee, @Nullable Instant until) {
        return AccessGranted.newBuilder(EventSamples.some(AccessGranted.class))
                .setGrantee(grantee)
                .setUntil(until);
    }

    private static GlassBroken.Builder glassBroken(String screener, Instant until) {
        return GlassBroken.newBuilder(EventSamples.some(GlassBroken.class))
                .setScreener(screener)
                .setUntil(until);
    }

    private int statusFor(String subject) {
        return get("/" + referralId, "SCREENER", subject).status();
    }

    private @Nullable String outcomeOfTheLastRead() {
        return database.getCollection("accesses")
                .find(Filters.eq("state.referralId", referralId))
                .sort(Sorts.descending("_id"))
                .map(access -> access.get("state", Document.class).getString("outcome"))
                .first();
    }

    private int status(String role) {
        return get("/" + referralId, role).status();
    }
}
