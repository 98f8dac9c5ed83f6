package scot.fort.platform.messaging.consume;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Keeps a record that does not say whose it is, with its bytes and headers, on a topic of its own; acknowledged before
 * the batch goes on.
 */
final class DeadLetters {

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Alarms alarms;

    DeadLetters(Producer<byte[], byte[]> producer, String topic, Alarms alarms) {
        this.producer = producer;
        this.topic = topic;
        this.alarms = alarms;
    }

    void send(ConsumerRecord<byte[], byte[]> record) {
        try {
            producer.send(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()))
                    .get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException refused) {
            throw new NotKeptException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotKeptException(stopped);
        }
        alarms.raise("dead-letter", record.topic() + "-" + record.partition(), "offset " + record.offset());
    }

    private static final class NotKeptException extends RetriableException {
        NotKeptException(Throwable cause) {
            super("A dead letter could not be kept", cause);
        }
    }
}
