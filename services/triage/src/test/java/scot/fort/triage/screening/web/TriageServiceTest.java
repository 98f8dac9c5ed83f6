package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.events.common.Lane;
import scot.fort.events.common.SealedContent;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventSender;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.messaging.contract.ScriptedEvent;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.sealing.KeyPool;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.MovableClock;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.platform.testing.indexes.IndexedQueries;
import scot.fort.triage.TriageApplication;
import scot.fort.triage.identity.mongo.ChildrenStore;
import scot.fort.triage.screening.mongo.ScreeningStore;

/** The whole service on the real stack: events in from the topics, commands over HTTP, events out to the topic. */
@SpringBootTest(classes = TriageApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Surroundings.class)
abstract class TriageServiceTest {

    static final String PREFIX = ServiceSettings.prefix("triage-test");
    static final String NARRATIVE = "Isla came to school without a coat again.";

    private static final TestIssuer ISSUER = TestIssuer.start();
    /** Of every instance of the service. */
    static final Map<String, String> SETTINGS = ServiceSettings.of(RealStack.addresses(), PREFIX, ISSUER.uri());

    private static final EventSender SENDER = new EventSender(RealStack.addresses(), PREFIX);
    private static final EventTopic TOLD = new EventTopic(RealStack.addresses(), PREFIX + ".triage.v1");
    private static final Duration SOON = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private IndexedQueries queries;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private Sealer sealer;

    @Autowired
    private KeyPool keys;

    @Autowired
    private MovableClock clock;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        SETTINGS.forEach((name, value) -> registry.add(name, () -> value));
        registry.add("FORT_ALARM_POLL", () -> "1h");
        registry.add("fort.queue-stream.heartbeat", () -> "100ms");
    }

    /**
     * Nearly every referral is visible to nearly everybody, and of the few hundred that are open one in eight is of a ward:
     * to read the documents costs less than an index of all their wards and grants.
     */
    @AfterEach
    final void everyQueryHasAnIndex() {
        assertThat(queries.unserved(Set.of(
                        "state.receipt.restricted",
                        "state.grants.held.grantee",
                        "state.grants.held.until",
                        "state.receipt.children.ward")))
                .isEmpty();
    }

    @BeforeEach
    void emptyTheQueue() {
        database.getCollection(ScreeningStore.GLASS_ATTEMPTS).deleteMany(Filters.empty());
        screenings().deleteMany(Filters.empty());
        children().deleteMany(Filters.empty());
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    final MovableClock clock() {
        return clock;
    }

    final MongoCollection<BsonDocument> screenings() {
        return database.getCollection(ScreeningStore.COLLECTION, BsonDocument.class);
    }

    final MongoCollection<BsonDocument> children() {
        return database.getCollection(ChildrenStore.COLLECTION, BsonDocument.class);
    }

    final MongoDatabase database() {
        return database;
    }

    static String newReferral() {
        return UUID.randomUUID().toString();
    }

    /** A referral of family support, received now, with content that can be opened. */
    final ReferralReceived.Builder aReferral(String referralId) {
        return EventBuilders.received()
                .setReceivedAt(clock.instant())
                .setConcerns(List.of())
                .setContent(sealed(
                        referralId,
                        ReferralContent.newBuilder(EventSamples.some(ReferralContent.class))
                                .setNarrative(NARRATIVE)
                                .build()));
    }

    final ReferralReceived.Builder aConcern(String referralId) {
        return aReferral(referralId).setLane(Lane.CHILD_PROTECTION_CONCERN);
    }

    final SealedContent sealed(String referralId, SpecificRecord content) {
        return sealer.seal(keys.take(), referralId, content);
    }

    /** Tells it and waits until the hub has it. */
    final EventScript receive(String referralId, ReferralReceived.Builder received) {
        EventScript script = EventScript.about(referralId).then(received);
        tell(script);
        await().atMost(SOON).until(() -> screenings().countDocuments(Filters.eq("_id", referralId)) == 1);
        return script;
    }

    final String receive() {
        String referralId = newReferral();
        receive(referralId, aReferral(referralId));
        return referralId;
    }

    /** May be told more than once: what has been heard is not heard again. */
    static void tell(EventScript script) {
        SENDER.send(script);
    }

    static void tell(ScriptedEvent event) {
        SENDER.send(List.of(event));
    }

    /** Tells it in bytes that nobody can read. */
    static void tellPoisonously(ScriptedEvent event) {
        SENDER.sendPoisonous(event);
    }

    final Call screener(String name, String path) {
        return call(name, path, "SCREENER");
    }

    final Call manager(String path) {
        return call("mash-manager", path, "SCREENING_MANAGER");
    }

    final Call call(String subject, String path, String role) {
        return Call.to(url(path)).as(token(subject, role));
    }

    final String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    static String token(String subject, String role) {
        return ISSUER.token(subject, "mash", role);
    }

    /** Kim's, and good for longer than others. */
    static String tokenUntil(Instant expiry) {
        return ISSUER.sign(ISSUER.claims("kim", "mash", "SCREENER")
                .expirationTime(Date.from(expiry))
                .build());
    }

    static String screening(String referralId) {
        return "/v1/screenings/" + referralId;
    }

    /** Claims it for kim. */
    final Answer claim(String referralId) {
        return screener("kim", screening(referralId) + "/claim").post().expect(200);
    }

    final Answer see(String referralId) {
        return manager(screening(referralId)).get().expect(200);
    }

    final String awaitStatus(String referralId, String status) {
        return await().atMost(SOON)
                .until(() -> see(referralId), seen -> seen.text("status").equals(status))
                .etag();
    }

    final Instant now() {
        return clock.instant();
    }

    final Answer post(String id, String action, Object body) {
        return screener("kim", screening(id) + "/" + action).post(body);
    }

    final Answer rate(String id, String etag, String priority) {
        return screener("kim", screening(id) + "/rating")
                .ifMatch(etag)
                .post(Map.of("priority", priority, "rationale", "It is getting worse."));
    }

    final Answer decide(String id, String etag, Map<String, Object> decision) {
        return screener("kim", screening(id) + "/decision").ifMatch(etag).post(decision);
    }

    final Answer managerDoes(String id, String action, String etag, Map<String, String> body) {
        return manager(screening(id) + "/" + action).ifMatch(etag).post(body);
    }

    /** What has been told of each so far. */
    static Map<String, List<SpecificRecord>> told(Collection<String> referralIds) {
        return TOLD.aboutEach(referralIds);
    }

    static List<SpecificRecord> awaitEvents(String referralId, int count) {
        return TOLD.about(referralId, count);
    }

    /** Pointer and code of all that a refused request was told is wrong with it. */
    static List<String> faults(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.json()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer").asString() + " "
                        + fault.get("code").asString())
                .toList();
    }
}
