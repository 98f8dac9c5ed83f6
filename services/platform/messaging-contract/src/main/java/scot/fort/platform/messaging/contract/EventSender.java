package scot.fort.platform.messaging.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import scot.fort.local.Addresses;

/** Tells events on the real topics, as the services that own them would. */
public final class EventSender implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final Serializer<Object> serializer;
    private final EventRecords records;

    /** @param topicPrefix that of the service under test */
    public EventSender(Addresses stack, String topicPrefix) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka(), ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        serializer = Serdes.serializer(stack);
        records = new EventRecords(serializer, topicPrefix);
    }

    /** Sends all that a script tells, and returns when the broker has it. */
    public void send(EventScript script) {
        send(script.events());
    }

    /** Sends these, in this order. */
    public void send(List<ScriptedEvent> events) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        events.forEach(event -> sent.add(producer.send(records.toSend(event))));
        sent.forEach(EventSender::await);
    }

    /** Sends an event by its key and headers, with bytes that nobody can read. */
    public void sendPoisonous(ScriptedEvent event) {
        await(producer.send(records.poisonousToSend(event)));
    }

    private static void await(Future<RecordMetadata> acknowledged) {
        try {
            acknowledged.get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The broker did not take an event", refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        producer.close();
        serializer.close();
    }
}
