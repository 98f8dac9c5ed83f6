package scot.fort.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning to where they end at the moment of asking, and the next time from there on. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Predicate<String> names;
    private List<TopicPartition> partitions = List.of();

    /** @param names of the topics; those that are there when something is read first */
    public TopicReader(String bootstrap, Predicate<String> names) {
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.names = names;
    }

    /** All that the topics of these names hold at this moment, from their beginning on. */
    public static List<ConsumerRecord<byte[], byte[]>> read(String bootstrap, Predicate<String> names) {
        try (TopicReader reader = new TopicReader(bootstrap, names)) {
            return reader.more();
        }
    }

    /** What has come since it was asked last. */
    public List<ConsumerRecord<byte[], byte[]>> more() {
        if (partitions.isEmpty()) {
            begin();
        }
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private void begin() {
        partitions = consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .filter(partition -> names.test(partition.topic()))
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
