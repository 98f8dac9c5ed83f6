package scot.fort.triage.screening.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import scot.fort.events.common.EventMetadata;
import scot.fort.local.Addresses;
import scot.fort.platform.messaging.avro.FortAvroDeserializer;

/** What triage has told on its topic, read as any other service would. */
final class TriageTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, Object> consumer;
    private final List<ConsumerRecord<String, Object>> heard = new ArrayList<>();

    TriageTopic(Addresses stack, String prefix) {
        FortAvroDeserializer values = new FortAvroDeserializer();
        values.configure(
                Map.of(
                        "schema.registry.url",
                        stack.registryUrl(),
                        "value.subject.name.strategy",
                        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy",
                        "specific.avro.reader",
                        true),
                false);
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka(),
                        ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                values);
        consumer.subscribe(List.of(prefix + ".triage.v1"));
    }

    /** All events of a referral so far, in order, without repeats. */
    List<SpecificRecord> about(String referralId) {
        consumer.poll(POLL).forEach(heard::add);
        List<SpecificRecord> events = new ArrayList<>();
        long sequence = 0;
        for (ConsumerRecord<String, Object> record : heard) {
            SpecificRecord event = (SpecificRecord) record.value();
            if (referralId.equals(record.key()) && metadata(event).getSequence() > sequence) {
                events.add(event);
                sequence = metadata(event).getSequence();
            }
        }
        return events;
    }

    static EventMetadata metadata(SpecificRecord event) {
        return (EventMetadata) event.get(0);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
