package scot.fort.platform.messaging.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.awaitility.Awaitility;
import scot.fort.events.common.EventMetadata;
import scot.fort.local.Addresses;
import scot.fort.platform.testing.TopicReader;

/** What has been told on a topic, read as any other service would. */
public final class EventTopic {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String bootstrap;
    private final String topic;
    private final Deserializer<Object> deserializer;

    public EventTopic(Addresses stack, String topic) {
        this.bootstrap = stack.kafka();
        this.topic = topic;
        this.deserializer = Serdes.deserializer(stack);
    }

    /** What has been told under a key so far, in order, without repeats. */
    public List<SpecificRecord> about(String key) {
        Set<String> seen = new HashSet<>();
        return TopicReader.read(bootstrap, topic::equals).stream()
                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .map(record -> (SpecificRecord) deserializer.deserialize(topic, record.value()))
                .filter(event -> seen.add(metadata(event).getEventId()))
                .toList();
    }

    /** The same, as soon as it is so many events. */
    public List<SpecificRecord> about(String key, int count) {
        return Awaitility.await().atMost(SOON).until(() -> about(key), events -> events.size() >= count);
    }

    public static EventMetadata metadata(SpecificRecord event) {
        return (EventMetadata) event.get(0);
    }
}
