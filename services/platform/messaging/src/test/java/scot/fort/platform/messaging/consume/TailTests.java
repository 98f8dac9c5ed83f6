package scot.fort.platform.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import scot.fort.platform.testing.RealStack;

class TailTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String broker = RealStack.addresses().kafka();
    private final String topic = "tail" + UUID.randomUUID();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    @Test
    void hearsOfATopicThatIsCreatedLater() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker,
                "allow.auto.create.topics",
                false,
                "metadata.max.age.ms",
                1_000,
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class);
        try (Tail _ = new Tail(settings, topic, heard::addAll);
                Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker), new ByteArraySerializer(), new ByteArraySerializer())) {
            await().during(Duration.ofSeconds(2)).atMost(SOON).until(this::somebodyListens);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
                admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                        .all()
                        .get();
            }

            await().atMost(SOON).until(() -> {
                producer.send(event()).get();
                return !heard.isEmpty();
            });

            assertThat(heard).containsOnly(new Heard("r1", "triage", 1));
        }
    }

    private boolean somebodyListens() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("tail-" + topic));
    }

    private ProducerRecord<byte[], byte[]> event() {
        ProducerRecord<byte[], byte[]> event = new ProducerRecord<>(topic, bytes("r1"), new byte[0]);
        event.headers()
                .add("ce_source", bytes("/triage"))
                .add("ce_id", bytes("e1"))
                .add("ce_sequence", bytes("1"));
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
