package scot.fort.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.bson.RawBsonDocument;
import scot.fort.platform.testing.RealStack;

/** All that a service leaves behind, byte for byte, to be searched for what must not be in it. */
final class Traces {

    private Traces() {}

    /** Whether a trace gives away somebody whom these tests write to. */
    static boolean isPersonal(String trace) {
        return trace.contains(NotificationServiceTest.REFERRER)
                || trace.contains("@rosebank.example")
                || trace.contains("@barnardos.example");
    }

    /** The record name of an event that {@link #on} has found. */
    static String type(String event) {
        return event.replaceAll("(?s).*ce_type=(\\S+).*", "$1").replaceAll(".*\\.", "");
    }

    /** Every document of a database. */
    static List<String> in(MongoDatabase database) {
        List<String> found = new ArrayList<>();
        for (String collection : database.listCollectionNames()) {
            for (RawBsonDocument document :
                    database.getCollection(collection, RawBsonDocument.class).find()) {
                byte[] bytes = new byte[document.getByteBuffer().remaining()];
                document.getByteBuffer().get(bytes);
                found.add(readable(bytes));
            }
        }
        return found;
    }

    /** The first events on a topic about a referral: type, headers and value. */
    static List<String> on(String topic, String referralId, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", RealStack.addresses().kafka(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (readable(record.key()).equals(referralId)) {
                        found.add(whole(record));
                    }
                }
                assertThat(found).extracting(Traces::type).hasSizeGreaterThanOrEqualTo(count);
            });
        }
        return found;
    }

    private static String whole(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder whole = new StringBuilder();
        record.headers().forEach(header -> whole.append(header.key())
                .append('=')
                .append(readable(header.value()))
                .append('\n'));
        return whole.append(readable(record.value())).toString();
    }

    /** Each byte as a character, so that a text is found wherever it stands. */
    private static String readable(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
