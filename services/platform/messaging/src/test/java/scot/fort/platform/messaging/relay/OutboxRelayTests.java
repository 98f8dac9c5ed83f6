package scot.fort.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.local.Addresses;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.EventEncoder;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.platform.messaging.aggregate.Indexes;
import scot.fort.platform.testing.DatabaseCommands;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TopicReader;

class OutboxRelayTests {

    private static final Cause CAUSE = new Cause("actor", "organisation", "correlation", null, null);
    private static final Duration SOON = Duration.ofSeconds(30);

    /** The state of a referral that counts what was done to it. */
    public record Counted(int changes) {}

    private final Addresses stack = RealStack.addresses();
    private final String prefix = "relay" + UUID.randomUUID().toString().substring(0, 8);
    private final DatabaseCommands commands = DatabaseCommands.all();
    private final MongoClient mongo = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(stack.mongodbUri()))
            .addCommandListener(commands)
            .build());
    private final Indexes indexes = new Indexes();
    private final List<OutboxRelay> relays = new ArrayList<>();

    @BeforeEach
    void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()))) {
            admin.createTopics(List.of(new NewTopic(prefix + ".intake.v1", 3, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stopAll() {
        relays.forEach(OutboxRelay::stop);
        indexes.stop();
        mongo.getDatabase(prefix).drop();
        mongo.close();
    }

    @Test
    void writesOncePerCommand() {
        AggregateStore<Counted, String> store = store(relay());

        assertThat(commands.during(() -> store.insert("r1", new Counted(0), List.of("e1"), CAUSE)))
                .containsExactly("insert counted");
        assertThat(commands.during(() -> {
                    Aggregate<Counted> loaded = store.find("r1").orElseThrow();
                    assertThat(store.save(loaded, new Counted(1), List.of("e2", "e3"), CAUSE))
                            .isTrue();
                }))
                .containsExactly("find counted", "update counted");
    }

    @Test
    void refusesAWriteOnAVersionThatIsNoLongerTheOneLoaded() {
        AggregateStore<Counted, String> store = store(relay());
        store.insert("r1", new Counted(0), List.of(), CAUSE);
        Aggregate<Counted> loaded = store.find("r1").orElseThrow();
        store.save(loaded, new Counted(1), List.of("winner"), CAUSE);

        assertThat(store.save(loaded, new Counted(1), List.of("loser"), CAUSE)).isFalse();
        assertThat(store.insert("r1", new Counted(0), List.of("loser"), CAUSE)).isFalse();

        assertThat(outbox("r1")).hasSize(1);
    }

    @Test
    void relaysAThousandPendingEventsWithFewCommands() {
        OutboxRelay relay = relay();
        AggregateStore<Counted, String> store = store(relay);
        IntStream.range(0, 1_000).forEach(n -> store.insert("r" + n, new Counted(0), List.of("e"), CAUSE));

        List<String> sent = commands.during(() -> {
            relay.start();
            await().atMost(SOON).until(() -> sequencesByReferral().size() == 1_000);
        });

        assertThat(sent).hasSizeLessThanOrEqualTo(20);
        await().atMost(SOON)
                .until(() -> outbox("r0").isEmpty() && outbox("r999").isEmpty());
        relay.stop();
    }

    @Test
    void readsNothingToSendWhatANewAggregateHasToSay() {
        OutboxRelay relay = relay(this::producer, Duration.ofMinutes(5));
        AggregateStore<Counted, String> store = store(relay);
        relay.start();
        for (String swept : List.of("before the sweep", "after the sweep")) {
            store.insert(swept, new Counted(0), List.of("e1"), CAUSE);
            await().atMost(SOON).until(() -> outbox(swept).isEmpty());
        }

        List<String> sent = commands.during(() -> {
            store.insert("r1", new Counted(0), List.of("e1", "e2"), CAUSE);
            await().atMost(SOON).until(() -> sequencesByReferral().containsKey("r1"));
        });

        assertThat(sent).contains("insert counted").doesNotContain("find counted");
        await().atMost(SOON).until(() -> outbox("r1").isEmpty());
        assertThat(sequencesByReferral()).containsEntry("r1", List.of(1L, 2L));
    }

    @Test
    void sendsAllThatWaitsOfANewAggregateThatHasChangedSince() {
        OutboxRelay relay = relay(this::producer, Duration.ofMinutes(5));
        AggregateStore<Counted, String> store = store(relay);
        store.insert("r1", new Counted(0), List.of("e1"), CAUSE);
        store.save(store.find("r1").orElseThrow(), new Counted(1), List.of("e2", "e3"), CAUSE);

        relay.start();

        await().atMost(SOON).until(() -> outbox("r1").isEmpty());
        assertThat(sequencesByReferral()).containsEntry("r1", List.of(1L, 2L, 3L));
    }

    @Test
    void countsTheAggregatesWithSomethingToSendUpToABound() {
        AggregateStore<Counted, String> store = store(relay());
        store.insert("silent", new Counted(0), List.of(), CAUSE);
        IntStream.range(0, 3).forEach(n -> store.insert("r" + n, new Counted(0), List.of("e1", "e2"), CAUSE));

        assertThat(store.countPending(100)).isEqualTo(3);
        assertThat(store.countPending(2)).isEqualTo(2);
    }

    @Test
    void keepsTheOrderOfEveryReferralWhileTwoInstancesRelayTheSame() {
        OutboxRelay one = relay();
        OutboxRelay other = relay();
        AggregateStore<Counted, String> store = store(one);
        other.over(mongo.getDatabase(prefix).getCollection("counted", BsonDocument.class));
        one.start();
        other.start();

        for (int referral = 0; referral < 20; referral++) {
            store.insert("r" + referral, new Counted(0), List.of("e1"), CAUSE);
        }
        for (int change = 1; change < 10; change++) {
            for (int referral = 0; referral < 20; referral++) {
                Aggregate<Counted> loaded = store.find("r" + referral).orElseThrow();
                store.save(loaded, new Counted(change), List.of("e"), CAUSE);
            }
        }
        Map<String, List<Long>> sequences = sequencesByReferral(200);

        assertThat(sequences).hasSize(20);
        assertThat(sequences.values()).allSatisfy(each -> assertThat(
                        each.stream().distinct())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList()));
        await().atMost(SOON).until(() -> outbox("r0").isEmpty());
    }

    @Test
    void goesOnRelayingAfterADefect() {
        AtomicInteger asked = new AtomicInteger();
        OutboxRelay relay = relay(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("no producer the first time");
            }
            return producer();
        });
        AggregateStore<Counted, String> store = store(relay);
        relay.start();

        store.insert("r1", new Counted(0), List.of("e1"), CAUSE);

        assertThat(sequencesByReferral(1)).containsKey("r1");
        assertThat(asked).hasValueGreaterThan(1);
    }

    /** An aggregate that is set aside for a moment is no reason to call the outbox empty. */
    @Test
    void saysAllTheTimeHowLongTheOldestHasWaitedWhileTheBrokerIsAway() {
        OutboxRelay relay = relay(this::producerWithoutBroker, Duration.ofMillis(50));
        AggregateStore<Counted, String> store = store(relay);
        relay.start();

        store.insert("r1", new Counted(0), List.of("e1"), CAUSE);

        await().atMost(SOON).until(() -> relay.backlogAge().toMillis() >= 500);
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> relay.backlogAge().compareTo(Duration.ofMillis(500)) >= 0);
    }

    private OutboxRelay relay() {
        return relay(this::producer);
    }

    private OutboxRelay relay(Supplier<Producer<byte[], byte[]>> producers) {
        return relay(producers, Duration.ofSeconds(1));
    }

    private OutboxRelay relay(Supplier<Producer<byte[], byte[]>> producers, Duration sweepInterval) {
        OutboxRelay relay = new OutboxRelay(producers, sweepInterval, Clock.systemUTC(), new SimpleMeterRegistry());
        relays.add(relay);
        return relay;
    }

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka(), "max.in.flight.requests.per.connection", 1, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Nothing listens at its port. */
    private Producer<byte[], byte[]> producerWithoutBroker() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 100),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private AggregateStore<Counted, String> store(OutboxRelay relay) {
        EventWriter<String> writer = (event, metadata) -> ReferralWithdrawn.newBuilder()
                .setMetadata(metadata)
                .setReason(event)
                .build();
        AggregateStore<Counted, String> store = new AggregateStores(
                        mongo.getDatabase(prefix),
                        "intake",
                        prefix,
                        new EventEncoder((topic, event) -> event.toString().getBytes(StandardCharsets.UTF_8), 900_000),
                        relay,
                        indexes,
                        Clock.systemUTC(),
                        () -> UUID.randomUUID().toString())
                .ofReferrals("counted", Counted.class, writer, List.of());
        indexes.start();
        await().atMost(SOON).until(indexes::areReady);
        return store;
    }

    private List<?> outbox(String referralId) {
        BsonDocument document = mongo.getDatabase(prefix)
                .getCollection("counted", BsonDocument.class)
                .find(new Document("_id", referralId))
                .first();
        return document == null ? List.of() : document.getArray("outbox");
    }

    /** What has come of each referral, as soon as it is so many different events. */
    private Map<String, List<Long>> sequencesByReferral(int distinct) {
        return await().atMost(SOON)
                .until(
                        this::sequencesByReferral,
                        sequences -> sequences.values().stream()
                                        .mapToLong(
                                                each -> each.stream().distinct().count())
                                        .sum()
                                >= distinct);
    }

    private Map<String, List<Long>> sequencesByReferral() {
        Map<String, List<Long>> sequences = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record :
                TopicReader.read(stack.kafka(), topic -> topic.equals(prefix + ".intake.v1"))) {
            sequences
                    .computeIfAbsent(new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(sequence(record));
        }
        return sequences;
    }

    private static long sequence(ConsumerRecord<byte[], byte[]> record) {
        return Long.parseLong(
                new String(record.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
    }
}
