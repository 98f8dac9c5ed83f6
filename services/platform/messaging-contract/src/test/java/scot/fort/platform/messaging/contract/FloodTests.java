package scot.fort.platform.messaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.common.SealedContent;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.Waiting;
import scot.fort.platform.messaging.aggregate.WaitingQuery;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.consume.DiscardReason;
import scot.fort.platform.messaging.consume.Resolved;
import scot.fort.platform.testing.RealStack;

/** More is told of a referral, behind an event that nobody can read, than its document can take. */
class FloodTests {

    private static final int FLOOD = 350;
    private static final int BATCH = 50;
    private static final int LARGE = 16 << 10;
    private static final int A_DOCUMENT = 16 << 20;

    private final String flooded = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
    private final String sound = UUID.nameUUIDFromBytes(new byte[] {2}).toString();
    private final List<ScriptedEvent> events = flood(FLOOD, LARGE);

    @Test
    void keepsSomeLeavesTheRestInTheTopicAndHoldsUpNoOther() {
        try (Workbench bench = bench()) {
            List<ConsumerRecord<byte[], byte[]>> readable =
                    events.stream().map(bench.records()::received).toList();
            List<ConsumerRecord<byte[], byte[]>> told = new ArrayList<>(readable);
            told.set(0, bench.records().poisonous(events.getFirst()));
            Workbench.Service service = bench.service(new SoundContract());

            deliver(told, service.consumer());
            service.consumer().onMessage(received(bench, sound));

            List<Waiting> waiting = service.parked().list(new WaitingQuery(flooded, null, null, FLOOD));
            Waiting last = waiting.getLast();
            assertThat(waiting).hasSizeBetween(200, FLOOD - 50);
            assertThat(last.sequence()).isEqualTo(waiting.size());
            assertThat(last.reason()).startsWith("left in the topic: ").endsWith(":0 from 0 on");
            assertThat(bench.stored(Diary.COLLECTION, sound).parked()).isEmpty();

            assertThat(service.parked().discard(waiting.getFirst().id(), DiscardReason.UNREADABLE, "operator"))
                    .get()
                    .isInstanceOfSatisfying(
                            Resolved.Gone.class, gone -> assertThat(gone.left()).isEqualTo(1));
            assertThat(service.parked().retry(last.id())).contains(new Resolved.Retried(last.reason(), 0, 1));
            assertThat(service.parked().discard(last.id(), DiscardReason.OTHER, "operator"))
                    .contains(new Resolved.LeftInTopic());

            deliver(readable, bench.instance(new SoundContract()));

            StoredAggregate stored = bench.stored(Diary.COLLECTION, flooded);
            assertThat(stored.parked()).isEmpty();
            assertThat(stored.positions()).containsEntry("intake", (long) FLOOD);
        }
    }

    @Test
    void leavesInTheTopicWhatNotEvenWaitsInADocumentThatIsFull() {
        try (Workbench bench = bench()) {
            List<ConsumerRecord<byte[], byte[]>> readable =
                    flood(3, 4 * LARGE).stream().map(bench.records()::received).toList();
            bench.instance(new SoundContract()).onMessage(readable.subList(0, 1));
            bench.fill(Diary.COLLECTION, flooded, "screener", A_DOCUMENT - LARGE);

            List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
            batch.add(readable.get(2));
            batch.addAll(received(bench, sound));
            bench.instance(new SoundContract()).onMessage(batch);

            assertThat(bench.stored(Diary.COLLECTION, flooded).parked()).containsExactly("intake 3");
            assertThat(bench.stored(Diary.COLLECTION, sound).parked()).isEmpty();

            bench.fill(Diary.COLLECTION, flooded, "screener", 0);
            bench.instance(new SoundContract()).onMessage(readable);

            assertThat(bench.stored(Diary.COLLECTION, flooded).parked()).isEmpty();
            assertThat(bench.stored(Diary.COLLECTION, flooded).positions()).containsEntry("intake", 3L);
        }
    }

    private static Workbench bench() {
        return new Workbench(
                RealStack.addresses(), "diary", MongoClientSettings.getDefaultCodecRegistry(), Clock.systemUTC());
    }

    private List<ScriptedEvent> flood(int events, int bytesOfEach) {
        EventScript script = EventScript.about(flooded).then(EventBuilders.received());
        SealedContent content = new SealedContent("k1", ByteBuffer.allocate(bytesOfEach));
        IntStream.range(1, events)
                .forEach(any -> script.then(EventBuilders.informationAdded(1).setContent(content)));
        return script.events();
    }

    private static List<ConsumerRecord<byte[], byte[]>> received(Workbench bench, String referral) {
        return Diary.script(referral).events().stream()
                .map(bench.records()::received)
                .toList();
    }

    private static void deliver(
            List<ConsumerRecord<byte[], byte[]>> records, BatchMessageListener<byte[], byte[]> consumer) {
        for (int from = 0; from < records.size(); from += BATCH) {
            consumer.onMessage(records.subList(from, Math.min(records.size(), from + BATCH)));
        }
    }

    private static final class SoundContract extends DiaryContract {

        @Override
        protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
            return sound(stores, consumers);
        }
    }
}
