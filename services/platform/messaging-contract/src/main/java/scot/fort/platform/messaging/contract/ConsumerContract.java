package scot.fort.platform.messaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.Waiting;
import scot.fort.platform.messaging.aggregate.WaitingQuery;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.consume.DiscardReason;
import scot.fort.platform.messaging.consume.ParkedEvents;
import scot.fort.platform.messaging.consume.Resolved;
import scot.fort.platform.testing.RealStack;

/**
 * What every consumer withstands: repeats, inversions, crashes, zombies, poison. Runs it on real bytes against the real
 * database, registry and broker; the measure is always what one delivery of each event, one by one and in order, makes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ConsumerContract {

    /** The time at which all that is tested here happens. */
    protected static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final int ZOMBIES = 10;

    private final String referralId = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
    private final String otherReferralId =
            UUID.nameUUIDFromBytes(new byte[] {2}).toString();
    private Workbench bench;
    private @Nullable Outcome expected;

    /** Name of the service, as the source of what it sends. */
    protected abstract String service();

    /** The collection that holds the aggregates. */
    protected abstract String collection();

    /**
     * The consumer as a newly started instance of the service has it, for example {@code
     * consumers.consumer(store, reactions)::consume}. Called many times.
     */
    protected abstract BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers);

    /**
     * The story of one referral with all that the consumer listens to, long enough that at least one source says two
     * things in a row.
     */
    protected abstract EventScript script(String aboutReferral);

    /** Whether the state is the same in whatever order the sources are heard; each keeps its own order always. */
    protected boolean isOrderIndependent() {
        return true;
    }

    /** What of the state must be the same; all of it, unless the consumer says why not. */
    protected Object comparable(BsonDocument state) {
        return state;
    }

    /** What the driver needs to store the state. */
    protected CodecRegistry codecs() {
        return MongoClientSettings.getDefaultCodecRegistry();
    }

    /** A clock that stands still at {@link #NOW}. */
    protected final Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @BeforeAll
    final void openBench() {
        bench = new Workbench(RealStack.addresses(), service(), codecs(), clock());
    }

    @AfterAll
    final void closeBench() {
        bench.close();
    }

    @BeforeEach
    final void forgetAll() {
        bench.forgetAll(collection());
    }

    @Test
    void understandsTheWholeStory() {
        Outcome outcome = expected();

        assertThat(outcome.parked()).isEmpty();
        assertThat(outcome.state()).isNotEqualTo(comparable(new BsonDocument()));
        assertThat(outcome.positions()).isEqualTo(ends(events()));
    }

    @Test
    void appliesEachEventOnceHoweverOftenItComes() {
        Outcome expected = expected();

        BatchMessageListener<byte[], byte[]> consumer = start();
        consumer.onMessage(received(
                events().stream().flatMap(event -> Stream.of(event, event)).toList()));
        received(events()).forEach(record -> consumer.onMessage(List.of(record)));

        assertThat(outcome()).isEqualTo(expected);
    }

    static LongStream seeds() {
        return new Random(20261120).longs(25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void makesTheSameOfEveryOrderBetweenSources(long seed) {
        Random random = new Random(seed);
        List<ScriptedEvent> order = Deliveries.interleaved(events(), random);
        Outcome inThisOrder = onceEach(order);

        BatchMessageListener<byte[], byte[]> consumer = start();
        Deliveries.batches(received(Deliveries.withRepeats(order, random)), random)
                .forEach(consumer::onMessage);

        assertThat(outcome()).isEqualTo(inThisOrder);
        if (isOrderIndependent()) {
            assertThat(inThisOrder.state()).isEqualTo(expected().state());
        }
    }

    @Test
    void parksWhatComesTooEarlyAndReleasesItWithWhatWasMissing() {
        Outcome expected = expected();
        int[] places = twiceInARow();
        assertThat(places)
                .as("places where one source says two things in a row")
                .isNotEmpty();

        for (int place : places) {
            List<ScriptedEvent> order = new ArrayList<>(events());
            Collections.swap(order, place, place + 1);
            List<ConsumerRecord<byte[], byte[]>> records = received(order);
            bench.forgetAll(collection());
            BatchMessageListener<byte[], byte[]> consumer = start();
            consumer.onMessage(records.subList(0, place + 1));

            assertThat(outcome().parked()).containsExactly(label(order.get(place)));

            consumer.onMessage(records.subList(place + 1, records.size()));

            assertThat(outcome()).isEqualTo(expected);
        }
    }

    @Test
    void goesOnAfterACrashBetweenTheWriteAndTheCommit() {
        Outcome expected = expected();
        List<ConsumerRecord<byte[], byte[]>> records = received(events());

        for (int written = 1; written <= records.size(); written++) {
            bench.forgetAll(collection());
            start().onMessage(records.subList(0, written));

            start().onMessage(records);

            assertThat(outcome()).isEqualTo(expected);
        }
    }

    /** Somebody waits for just that, so nothing is asked that need not be; and when it was there after all, nothing is lost. */
    @Test
    void insertsUnreadWhatIsToldOfForTheFirstTime() {
        Outcome expected = expected();
        List<ConsumerRecord<byte[], byte[]>> records = received(events());
        boolean read = !events().getFirst().source().equals("intake");

        List<String> asked = bench.askedDuring(() -> start().onMessage(List.of(records.getFirst())));

        assertThat(asked).contains("insert " + collection());
        assertThat(asked.contains("find " + collection())).isEqualTo(read);
        start().onMessage(records);
        assertThat(outcome()).isEqualTo(expected);
    }

    @Test
    void standsAnInstanceThatDoesNotKnowYetThatItLostThePartition() {
        Outcome expected = expected();
        List<ConsumerRecord<byte[], byte[]>> records = received(events());

        for (int round = 0; round < ZOMBIES; round++) {
            bench.forgetAll(collection());
            CompletableFuture<?>[] instances = IntStream.of(round, round + 1)
                    .mapToObj(seed -> Deliveries.batches(records, new Random(seed)))
                    .map(batches -> runAsync(start(), batches))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(instances).join();

            assertThat(outcome()).isEqualTo(expected);
        }
    }

    @Test
    void parksAPoisonousEventAndDelaysNoOtherReferral() {
        List<ScriptedEvent> others = script(otherReferralId).events();
        Outcome undisturbed = onceEach(others);

        for (ScriptedEvent poisonous : events()) {
            bench.forgetAll(collection());
            List<ConsumerRecord<byte[], byte[]>> batch = receivedWithPoison(poisonous);
            batch.addAll(received(others));
            start().onMessage(batch);

            assertThat(outcome(otherReferralId)).isEqualTo(undisturbed);
            assertNothingIsLostBehind(poisonous);
        }
    }

    @Test
    void goesOnWithoutAPoisonousEventThatIsDiscarded() {
        for (ScriptedEvent poisonous : events()) {
            if (poisonous.event() instanceof ContentErased) {
                continue;
            }
            bench.forgetAll(collection());
            Workbench.Service service = bench.service(this);
            service.consumer().onMessage(receivedWithPoison(poisonous));
            List<Waiting> next = next(service.parked());
            assertThat(next).extracting(ConsumerContract::label).containsExactly(label(poisonous));

            discard(next, service.parked());
            if (!(poisonous.event() instanceof ReferralReceived)) {
                assertThat(outcome().parked()).isEmpty();
            }
            discardTheRest(service.parked());

            Outcome without = outcome();
            assertThat(without.positions()).isEqualTo(ends(events()));
            service.consumer().onMessage(received(events()));
            start().onMessage(receivedWithPoison(poisonous));
            assertThat(outcome()).isEqualTo(without);
        }
    }

    /** Without its receipt a referral may be unable to take what follows; then that can be discarded in its turn. */
    private void discardTheRest(ParkedEvents parked) {
        for (int rounds = 0; !outcome().parked().isEmpty(); rounds++) {
            assertThat(rounds).isLessThan(events().size());
            discard(next(parked), parked);
        }
    }

    private static List<Waiting> next(ParkedEvents parked) {
        return parked.list(new WaitingQuery(null, null, null, 100)).stream()
                .filter(waiting -> waiting.waitsFor() == null)
                .toList();
    }

    /** Each once; a second time there is nothing to discard any more. */
    private static void discard(List<Waiting> next, ParkedEvents parked) {
        for (Waiting waiting : next) {
            assertThat(parked.discard(waiting.id(), DiscardReason.UNREADABLE, "operator"))
                    .get()
                    .isInstanceOf(Resolved.Gone.class);
            assertThat(parked.discard(waiting.id(), DiscardReason.UNREADABLE, "operator"))
                    .isEmpty();
        }
    }

    private static String label(Waiting waiting) {
        return waiting.source() + " " + waiting.sequence();
    }

    private List<ConsumerRecord<byte[], byte[]>> receivedWithPoison(ScriptedEvent poisonous) {
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (ScriptedEvent event : events()) {
            batch.add(
                    event.equals(poisonous)
                            ? bench.records().poisonous(event)
                            : bench.records().received(event));
        }
        return batch;
    }

    private void assertNothingIsLostBehind(ScriptedEvent poisonous) {
        Outcome disturbed = outcome();
        List<String> waiting = events().stream()
                .filter(event -> event.source().equals(poisonous.source()))
                .filter(event -> event.sequence() >= poisonous.sequence())
                .map(ConsumerContract::label)
                .sorted()
                .toList();
        assertThat(disturbed.parked()).isEqualTo(waiting);
        ends(events()).forEach((source, end) -> assertThat(disturbed.positions().getOrDefault(source, 0L))
                .isEqualTo(source.equals(poisonous.source()) ? poisonous.sequence() - 1 : end));
    }

    @Test
    void keepsAsADeadLetterWhatDoesNotSayWhoseItIs() {
        Outcome expected = expected();
        EventRecords records = bench.records();
        ScriptedEvent first = events().getFirst();
        List<ConsumerRecord<byte[], byte[]>> lost = List.of(
                records.withoutKey(first),
                records.without("ce_id", first),
                records.without("ce_source", first),
                records.without("ce_sequence", first),
                records.with("ce_source", "/in\0take", first),
                records.with("ce_id", "x".repeat(100_000), first));
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>(lost);
        batch.addAll(received(events()));

        start().onMessage(batch);

        assertThat(outcome()).isEqualTo(expected);
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            letters.addAll(bench.deadLetters().poll());
            assertThat(letters).hasSameSizeAs(lost);
        });
        assertThat(letters)
                .allMatch(
                        letter -> Arrays.equals(letter.value(), lost.getFirst().value()));
    }

    private List<ScriptedEvent> events() {
        return script(referralId).events();
    }

    private BatchMessageListener<byte[], byte[]> start() {
        return bench.instance(this);
    }

    private List<ConsumerRecord<byte[], byte[]>> received(List<ScriptedEvent> events) {
        EventRecords records = bench.records();
        return events.stream().map(records::received).toList();
    }

    /** The measure of all: what the story comes to as it happened. */
    private Outcome expected() {
        Outcome known = expected;
        if (known == null) {
            known = onceEach(events());
            expected = known;
        }
        return known;
    }

    /** Each event delivered once, alone, in this order; then all is forgotten again. */
    private Outcome onceEach(List<ScriptedEvent> order) {
        bench.forgetAll(collection());
        BatchMessageListener<byte[], byte[]> consumer = start();
        received(order).forEach(record -> consumer.onMessage(List.of(record)));
        Outcome outcome = outcome(order.getFirst().referralId());
        bench.forgetAll(collection());
        return outcome;
    }

    private Outcome outcome() {
        return outcome(referralId);
    }

    private Outcome outcome(String ofReferral) {
        StoredAggregate stored = bench.stored(collection(), ofReferral);
        return new Outcome(comparable(stored.state()), stored.positions(), stored.parked(), stored.outbox());
    }

    /** Places in the story at which one source says two things in a row. */
    private int[] twiceInARow() {
        List<ScriptedEvent> events = events();
        return IntStream.range(0, events.size() - 1)
                .filter(at -> events.get(at).source().equals(events.get(at + 1).source()))
                .toArray();
    }

    private static CompletableFuture<Void> runAsync(
            BatchMessageListener<byte[], byte[]> consumer, List<List<ConsumerRecord<byte[], byte[]>>> batches) {
        return CompletableFuture.runAsync(() -> batches.forEach(consumer::onMessage));
    }

    private static Map<String, Long> ends(List<ScriptedEvent> events) {
        return events.stream()
                .collect(Collectors.toMap(ScriptedEvent::source, ScriptedEvent::sequence, Math::max, TreeMap::new));
    }

    private static String label(ScriptedEvent event) {
        return event.source() + " " + event.sequence();
    }
}
