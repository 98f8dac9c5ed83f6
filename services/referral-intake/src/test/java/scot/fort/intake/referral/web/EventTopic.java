package scot.fort.intake.referral.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.avro.FortAvroDeserializer;
import scot.fort.platform.testing.RealStack;

/** Reads what a topic has been told from its beginning on. */
final class EventTopic {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final FortAvroDeserializer deserializer = new FortAvroDeserializer();
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    EventTopic(String topic) {
        this.topic = topic;
        deserializer.configure(
                Map.of("schema.registry.url", RealStack.addresses().registryUrl(), "specific.avro.reader", true),
                false);
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        RealStack.addresses().kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        500,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    /** What has been told of a referral, in sequence, as soon as it is so many events. */
    synchronized List<SpecificRecord> of(String referralId, int count) {
        Awaitility.await().atMost(SOON).until(() -> {
            poll();
            return about(referralId).size() >= count;
        });
        return about(referralId);
    }

    /** All records there are so far, as they are on the topic. */
    synchronized List<ConsumerRecord<byte[], byte[]>> records() {
        poll();
        return List.copyOf(records);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    }

    private List<SpecificRecord> about(String referralId) {
        return records.stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(referralId))
                .map(record -> (SpecificRecord) deserializer.deserialize(topic, record.value()))
                .sorted(Comparator.comparing(event -> metadata(event).getSequence()))
                .toList();
    }

    static EventMetadata metadata(SpecificRecord event) {
        return (EventMetadata) event.get(0);
    }
}
