package scot.fort.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.common.SupportCode;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventSender;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.sealing.KeyPool;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.platform.testing.indexes.IndexedQueries;

/**
 * The whole service on the real stack: events in from the topics, offers over HTTP, events out on the topics. Each test
 * has a ward of its own, so that only its own services serve its children.
 */
@SpringBootTest(
        classes = AllocationApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"fort.allocation.poll=200ms", "fort.allocation.sweep-interval=500ms"})
@Import(Surroundings.class)
abstract class AllocationServiceTest {

    static final String PREFIX = ServiceSettings.prefix("allocation-test");
    static final Duration SOON = Duration.ofSeconds(30);

    private static final TestIssuer ISSUER = TestIssuer.start();
    private static final EventSender SENDER = new EventSender(RealStack.addresses(), PREFIX);

    final String ward = "WARD_" + UUID.randomUUID();

    @LocalServerPort
    private int port;

    @Autowired
    private IndexedQueries queries;

    @Autowired
    private Sealer sealer;

    @Autowired
    private KeyPool keys;

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        ServiceSettings.register(registry, PREFIX, ISSUER);
    }

    /**
     * Nearly all referrals are not restricted and of nearly all there are offers; one in eight is of a ward, of which an
     * index that holds the statuses of a referral cannot hold several too. A directory has some hundreds of services.
     */
    @AfterEach
    final void everyQueryHasAnIndex() {
        assertThat(queries.unserved(
                        Set.of("state.family.restricted", "state.family.children.ward", "state.offers.id"),
                        Set.of("services")))
                .isEmpty();
    }

    Call call(String path, String subject, String organisation, String... roles) {
        return Call.to("http://127.0.0.1:" + port + path).as(ISSUER.token(subject, organisation, roles));
    }

    Call coordinator(String path) {
        return call(path, "cora", "support-coordinator", "COORDINATOR");
    }

    Call manager(String path) {
        return call(path, "mo", "mash", "SCREENING_MANAGER");
    }

    Call provider(String path) {
        return call(path, "pat", "provider-barnardos", "PROVIDER_WORKER");
    }

    Call otherProvider(String path) {
        return call(path, "ali", "provider-aberlour", "PROVIDER_WORKER");
    }

    /** A referral that the hub has decided on, with one child of eleven in the test's ward. */
    EventScript decided(SupportCode... supports) {
        return decided(EventBuilders.received().setReference("FORT-7K2M-9QXA"), supports);
    }

    EventScript decided(ReferralReceived.Builder received, SupportCode... supports) {
        String referralId = UUID.randomUUID().toString();
        received.setChildren(List.of(new ChildSummary("c1", 11, false, ward)))
                .setContent(sealer.seal(keys.take(), referralId, EventSamples.some(ReferralContent.class)));
        return EventScript.about(referralId)
                .then(received)
                .then(EventBuilders.screeningOpened(Priority.AMBER))
                .then(EventBuilders.claimed("kim"))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT)
                        .setSupportCodes(List.of(supports)));
    }

    /** Tells it, and waits until the allocation is opened. */
    String opened(EventScript script) {
        SENDER.send(script);
        String id = script.referralId();
        await().atMost(SOON).until(() -> manager("/v1/allocations/" + id).get().status() == 200);
        return id;
    }

    String opened() {
        return opened(decided(SupportCode.FAMILY_SUPPORT));
    }

    static EventSender sender() {
        return SENDER;
    }

    /** Puts a service into the directory. @return its id */
    String service(String provider, int places, SupportCode... supports) {
        String id = UUID.randomUUID().toString();
        Answer answer = coordinator("/v1/directory").put(List.of(document(id, provider, places, supports)));
        assertThat(answer.json().get("errors")).isEmpty();
        return id;
    }

    Map<String, Object> document(String id, String provider, int places, SupportCode... supports) {
        return Map.of(
                "id",
                id,
                "name",
                "Support of " + provider,
                "status",
                "active",
                "email",
                "offers@" + provider + ".example",
                "minimum_age",
                0,
                "maximum_age",
                17,
                "organization",
                Map.of(
                        "organization_identifiers",
                        List.of(Map.of("identifier_scheme", "fort-client", "identifier", provider))),
                "service_areas",
                List.of(Map.of("name", ward)),
                "capacities",
                List.of(Map.of(
                        "available",
                        places,
                        "maximum",
                        places,
                        "updated",
                        "2026-11-20T09:00:00Z",
                        "unit",
                        Map.of("name", "places"))),
                "attributes",
                List.of(supports).stream()
                        .map(code -> Map.of("taxonomy_term", Map.of("code", code.name(), "taxonomy", "fort-support")))
                        .toList());
    }

    Answer offer(String referralId, String serviceId) {
        return coordinator("/v1/allocations/" + referralId + "/offers").post(Map.of("serviceId", serviceId));
    }

    Answer offerBest(String referralId) {
        return coordinator("/v1/allocations/" + referralId + "/offers").post(Map.of("auto", true));
    }

    /** What the service's own row says of its places. */
    Map<String, Integer> places(String serviceId) {
        return coordinator("/v1/services?ward=" + ward + "&limit=200")
                .get()
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(row -> row.get("id").asString().equals(serviceId))
                .map(row -> Map.of(
                        "available", row.get("available").asInt(),
                        "reserved", row.get("reserved").asInt(),
                        "availability", row.get("availability").asInt()))
                .findFirst()
                .orElseThrow();
    }

    /** All that this service has told under a key so far. */
    static List<SpecificRecord> told(String context, String key) {
        return new EventTopic(RealStack.addresses(), topic(context)).about(key);
    }

    static String topic(String context) {
        return PREFIX + "." + context + ".v1";
    }

    static List<String> namesTold(String referralId) {
        return told("allocation", referralId).stream()
                .map(event -> event.getSchema().getName())
                .toList();
    }

    Answer awaitAllocation(String referralId, Predicate<Answer> until) {
        return await().atMost(SOON)
                .until(() -> manager("/v1/allocations/" + referralId).get(), until);
    }
}
