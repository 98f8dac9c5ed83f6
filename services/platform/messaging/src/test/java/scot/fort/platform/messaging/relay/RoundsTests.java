package scot.fort.platform.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

class RoundsTests {

    private final Set<String> refused = new HashSet<>();
    private final List<String> log = new ArrayList<>();
    private final RefusingBroker broker = new RefusingBroker();

    @Test
    void sendsTheNextEntryOfEveryAggregateBeforeTheOneAfter() throws InterruptedException {
        List<PendingEvents> pending = List.of(pending("a", 3), pending("b", 1), pending("c", 2));

        int acknowledged = new Rounds(broker).send(pending);

        assertThat(acknowledged).isEqualTo(6);
        assertThat(log).containsExactly("a1", "b1", "c1", "flush", "a2", "c2", "flush", "a3", "flush");
    }

    @Test
    void neverLetsALaterEntryOvertakeARefusedOne() throws InterruptedException {
        refused.add("a2");
        PendingEvents a = pending("a", 3);
        PendingEvents b = pending("b", 3);

        int acknowledged = new Rounds(broker).send(List.of(a, b));

        assertThat(acknowledged).isEqualTo(4);
        assertThat(log).doesNotContain("a3").contains("b3");
        assertThat(a.isSetAside()).isTrue();
        assertThat(a.acknowledged()).hasSize(1);
        assertThat(b.acknowledged()).hasSize(3);
    }

    @Test
    void asksOnceOnlyForATopicThatTheProducerCannotReach() throws InterruptedException {
        broker.unreachable = "topic";
        List<PendingEvents> pending = List.of(pending("a", 1), pending("b", 1), pending("c", 1));

        int acknowledged = new Rounds(broker).send(pending);

        assertThat(acknowledged).isZero();
        assertThat(log).containsExactly("a1", "flush");
        assertThat(pending).allMatch(PendingEvents::isSetAside);
    }

    @Test
    void setsAsideAnAggregateWithAnEntryThatCannotBeReadAndSendsAllOthers() throws InterruptedException {
        PendingEvents unreadable = new PendingEvents("a", List.of(new BsonDocument("recordedAt", new BsonDateTime(1))));
        PendingEvents other = pending("b", 2);

        new Rounds(broker).send(List.of(unreadable, other));

        assertThat(unreadable.isSetAside()).isTrue();
        assertThat(other.acknowledged()).hasSize(2);
    }

    @Test
    void sendsWhatAnEarlierReleaseLeftInAnOutbox() throws InterruptedException {
        BsonDocument entry = new BsonDocument("sequence", new BsonInt64(1))
                .append("eventId", new BsonString("e1"))
                .append("topic", new BsonString("topic"))
                .append("key", bytes("a"))
                .append(
                        "headers",
                        new BsonDocument("ce_id", new BsonString("e1"))
                                .append("ce_source", new BsonString("/intake"))
                                .append("ce_sequence", new BsonString("1")))
                .append("payload", bytes("a1"))
                .append("recordedAt", new BsonDateTime(1));

        new Rounds(broker).send(List.of(new PendingEvents("a", List.of(entry))));

        ProducerRecord<byte[], byte[]> sent = broker.history().getFirst();
        assertThat(sent.key()).isEqualTo("a".getBytes(StandardCharsets.UTF_8));
        assertThat(sent.headers())
                .extracting(header -> header.key() + " " + new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly("ce_id e1", "ce_source /intake", "ce_sequence 1");
    }

    private static PendingEvents pending(String aggregate, int entries) {
        return new PendingEvents(
                aggregate,
                IntStream.rangeClosed(1, entries)
                        .mapToObj(n -> new BsonDocument("sequence", new BsonInt64(n))
                                .append("eventId", new BsonString(aggregate + n))
                                .append("topic", new BsonString("topic"))
                                .append("type", new BsonString("type"))
                                .append("source", new BsonString("source"))
                                .append("key", new BsonString(aggregate))
                                .append("payload", bytes(aggregate + n))
                                .append("recordedAt", new BsonDateTime(n)))
                        .toList());
    }

    private static BsonBinary bytes(String text) {
        return new BsonBinary(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Kafka's own producer for tests, which here refuses some records as a broker would. */
    private final class RefusingBroker extends MockProducer<byte[], byte[]> {

        private final List<Runnable> inFlight = new ArrayList<>();
        private String unreachable = "";

        RefusingBroker() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message, Callback callback) {
            String label = new String(message.value(), StandardCharsets.UTF_8);
            log.add(label);
            if (message.topic().equals(unreachable)) {
                return CompletableFuture.failedFuture(new TimeoutException());
            }
            inFlight.add(refused.contains(label) ? () -> errorNext(new TimeoutException()) : this::completeNext);
            return super.send(message, callback);
        }

        @Override
        public synchronized void flush() {
            log.add("flush");
            inFlight.forEach(Runnable::run);
            inFlight.clear();
        }
    }
}
