package scot.fort.journey;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import scot.fort.local.Addresses;

/** Every byte that a stack has kept anywhere: in topics, in databases, in logs. To see where a text can be found. */
final class Everywhere {

    private final Map<String, StringBuilder> kept = new TreeMap<>();

    private Everywhere() {}

    static Everywhere of(Addresses stack, Path logs) {
        Everywhere everywhere = new Everywhere();
        everywhere.readTopics(stack.kafka());
        everywhere.readDatabases(stack.mongodbUri());
        everywhere.readLogs(logs);
        return everywhere;
    }

    /** Where a text stands in clear: names of topics, collections and logs. */
    List<String> placesOf(String text) {
        String bytes = asBytes(text.getBytes(StandardCharsets.UTF_8));
        return kept.entrySet().stream()
                .filter(place -> place.getValue().indexOf(bytes) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything that was looked at. */
    List<String> places() {
        return List.copyOf(kept.keySet());
    }

    private void readTopics(String bootstrap) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::keep);
            }
        }
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        String place = "topic " + record.topic();
        keep(place, record.key());
        keep(place, record.value());
        for (Header header : record.headers()) {
            keep(place, header.value());
        }
    }

    private void readDatabases(String uri) {
        try (MongoClient client = MongoClients.create(uri)) {
            for (String database : client.listDatabaseNames()) {
                readDatabase(client.getDatabase(database));
            }
        }
    }

    private void readDatabase(MongoDatabase database) {
        for (String collection : database.listCollectionNames()) {
            for (RawBsonDocument document :
                    database.getCollection(collection, RawBsonDocument.class).find()) {
                ByteBuf buffer = document.getByteBuffer();
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                keep("collection " + database.getName() + "." + collection, bytes);
            }
        }
    }

    private void readLogs(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                keep("log " + file.getFileName(), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void keep(String place, byte @Nullable [] bytes) {
        if (bytes != null) {
            kept.computeIfAbsent(place, any -> new StringBuilder())
                    .append(asBytes(bytes))
                    .append('\n');
        }
    }

    /** One character per byte, so that a search for bytes is a search for characters. */
    private static String asBytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
