package scot.fort.platform.messaging.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
        return read(key::equals).getOrDefault(key, List.of());
    }

    /** What has been told so far, in order, without repeats, by its key: one reading for many keys. */
    public Map<String, List<SpecificRecord>> aboutEach(Collection<String> keys) {
        return read(keys::contains);
    }

    private Map<String, List<SpecificRecord>> read(Predicate<String> wanted) {
        Set<String> seen = new HashSet<>();
        Map<String, List<SpecificRecord>> told = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : TopicReader.read(bootstrap, topic::equals)) {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (wanted.test(key)) {
                SpecificRecord event = (SpecificRecord) deserializer.deserialize(topic, record.value());
                if (seen.add(metadata(event).getEventId())) {
                    told.computeIfAbsent(key, any -> new ArrayList<>()).add(event);
                }
            }
        }
        return told;
    }

    /** The same, as soon as it is so many events. */
    public List<SpecificRecord> about(String key, int count) {
        return Awaitility.await().atMost(SOON).until(() -> about(key), events -> events.size() >= count);
    }

    public static EventMetadata metadata(SpecificRecord event) {
        return (EventMetadata) event.get(0);
    }
}
