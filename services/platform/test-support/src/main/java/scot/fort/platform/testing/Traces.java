package scot.fort.platform.testing;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** Every byte that a system leaves behind, to be searched for what must not be kept in clear. */
public final class Traces {

    /** In one answer: the embedded server would send them all in one, larger than an answer may be. */
    private static final int DOCUMENTS = 500;

    private final Map<String, StringBuilder> kept = new TreeMap<>();

    /** All documents of a database. */
    public Traces ofDatabase(MongoDatabase database) {
        for (String collection : database.listCollectionNames()) {
            for (RawBsonDocument document : database.getCollection(collection, RawBsonDocument.class)
                    .find()
                    .batchSize(DOCUMENTS)) {
                ByteBuf buffer = document.getByteBuffer();
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                keep("collection " + database.getName() + "." + collection, bytes);
            }
        }
        return this;
    }

    /** All records, with their headers, of the topics of these names. */
    public Traces ofTopics(String bootstrap, Predicate<String> names) {
        for (ConsumerRecord<byte[], byte[]> record : TopicReader.read(bootstrap, names)) {
            String place = "topic " + record.topic();
            keep(place, record.key());
            keep(place, record.value());
            record.headers().forEach(header -> keep(place, header.value()));
        }
        return this;
    }

    /** All files below a folder. */
    public Traces ofLogs(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                keep("log " + file.getFileName(), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return this;
    }

    public Traces ofLog(CharSequence log) {
        keep("log", log.toString().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Where a text stands in clear: names of collections, topics and logs. */
    public List<String> placesOf(String text) {
        String bytes = readable(text.getBytes(StandardCharsets.UTF_8));
        return kept.entrySet().stream()
                .filter(place -> place.getValue().indexOf(bytes) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything that was looked at and is not empty. */
    public List<String> places() {
        return List.copyOf(kept.keySet());
    }

    private void keep(String place, byte @Nullable [] bytes) {
        if (bytes != null) {
            kept.computeIfAbsent(place, any -> new StringBuilder())
                    .append(readable(bytes))
                    .append('\n');
        }
    }

    /** One character per byte, so that a search for bytes is a search for characters. */
    private static String readable(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
