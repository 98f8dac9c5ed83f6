package scot.fort.platform.messaging.relay;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.bson.BSONException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the pending events of many aggregates in rounds: the next one of every aggregate without awaiting each record,
 * then the whole round is awaited. So a later entry never overtakes a failed earlier one of its aggregate, and an
 * aggregate whose record is refused holds up no other.
 */
final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Producer<byte[], byte[]> producer;
    private final Set<String> unreachable = new HashSet<>();

    Rounds(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** @return how many records were acknowledged */
    int send(List<PendingEvents> aggregates) throws InterruptedException {
        int acknowledged = 0;
        Map<PendingEvents, Future<RecordMetadata>> round = sendNext(aggregates);
        while (!round.isEmpty()) {
            producer.flush();
            for (Map.Entry<PendingEvents, Future<RecordMetadata>> sent : round.entrySet()) {
                acknowledged += settle(sent.getKey(), sent.getValue());
            }
            round = sendNext(aggregates);
        }
        return acknowledged;
    }

    private Map<PendingEvents, Future<RecordMetadata>> sendNext(List<PendingEvents> aggregates) {
        Map<PendingEvents, Future<RecordMetadata>> round = new LinkedHashMap<>();
        for (PendingEvents aggregate : aggregates) {
            if (!aggregate.mayStillSend()) {
                continue;
            }
            ProducerRecord<byte[], byte[]> next = next(aggregate);
            if (next == null || unreachable.contains(next.topic())) {
                aggregate.setAside();
                continue;
            }
            Future<RecordMetadata> sent = send(next);
            if (sent.state() == Future.State.FAILED) {
                unreachable.add(next.topic());
            }
            round.put(aggregate, sent);
        }
        return round;
    }

    /** None where an entry cannot be read, which holds up what comes behind it in its own aggregate. */
    private static @Nullable ProducerRecord<byte[], byte[]> next(PendingEvents aggregate) {
        try {
            return aggregate.next();
        } catch (BSONException unreadable) {
            LOG.error("Events of {} wait, one cannot be read", aggregate.aggregateId(), unreadable);
            return null;
        }
    }

    /**
     * A topic that the producer knows nothing of keeps it waiting, record by record; so after the first that it failed at
     * once, those of the same topic are not tried any more.
     */
    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record);
        } catch (KafkaException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    private static int settle(PendingEvents aggregate, Future<RecordMetadata> sent) throws InterruptedException {
        try {
            sent.get();
            aggregate.acknowledge();
            return 1;
        } catch (ExecutionException refused) {
            aggregate.setAside();
            Throwable cause = refused.getCause();
            LOG.warn(
                    "Events of {} wait, the broker did not take one: {}",
                    aggregate.aggregateId(),
                    cause == null ? "unknown" : cause.getClass().getSimpleName());
            return 0;
        }
    }
}
