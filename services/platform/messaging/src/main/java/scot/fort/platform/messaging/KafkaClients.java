package scot.fort.platform.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** The few settings of producers and consumers on which the protocol rests; all others are Spring Boot's. */
final class KafkaClients {

    /** How long the partitions of an instance that died wait for another; Kafka's own 45 s keep a child waiting. */
    private static final int SESSION_TIMEOUT_MILLIS = 10_000;

    private final KafkaProperties boot;
    private final MessagingProperties messaging;

    KafkaClients(KafkaProperties boot, MessagingProperties messaging) {
        this.boot = boot;
        this.messaging = messaging;
    }

    /**
     * Idempotent, acknowledged by all, one request in flight: with more, a refused request can be overtaken. Finite in
     * time, so that an outage sets aggregates aside instead of hanging.
     */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(boot.buildProducerProperties());
        int delivery = (int) messaging.deliveryTimeout().toMillis();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, delivery / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery / 2);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** From the beginning where a group has no offset yet, and nothing committed but by the container after the write. */
    Map<String, Object> consumer() {
        Map<String, Object> settings = new HashMap<>(boot.buildConsumerProperties());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}
