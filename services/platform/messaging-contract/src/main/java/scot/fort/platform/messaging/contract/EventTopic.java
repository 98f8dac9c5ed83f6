package scot.fort.platform.messaging.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.awaitility.Awaitility;
import scot.fort.events.common.EventMetadata;
import scot.fort.local.Addresses;
import scot.fort.platform.testing.TopicReader;

/** What has been told on a topic, read as any other service would. */
public final class EventTopic {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Map<String, Reading> READINGS = new ConcurrentHashMap<>();

    private final Reading reading;

    public EventTopic(Addresses stack, String topic) {
        reading = READINGS.computeIfAbsent(stack.kafka() + " " + topic, any -> new Reading(stack, topic));
    }

    /** What has been told under a key so far, in order, without repeats. */
    public List<SpecificRecord> about(String key) {
        return aboutEach(List.of(key)).getOrDefault(key, List.of());
    }

    /** What has been told so far, in order, without repeats, by its key: one reading for many keys. */
    public Map<String, List<SpecificRecord>> aboutEach(Collection<String> keys) {
        return reading.about(keys);
    }

    /** The same, as soon as it is so many events. */
    public List<SpecificRecord> about(String key, int count) {
        return Awaitility.await().atMost(SOON).until(() -> about(key), events -> events.size() >= count);
    }

    public static EventMetadata metadata(SpecificRecord event) {
        return (EventMetadata) event.get(0);
    }

    /** Goes on where it has come to, for all who ask for the same topic: to begin anew each time takes longer than most tests. */
    private static final class Reading {

        private final String topic;
        private final TopicReader reader;
        private final Deserializer<Object> deserializer;
        private final Map<String, List<byte[]>> told = new HashMap<>();

        private Reading(Addresses stack, String topic) {
            this.topic = topic;
            this.reader = new TopicReader(stack.kafka(), topic::equals);
            this.deserializer = Serdes.deserializer(stack);
        }

        private synchronized Map<String, List<SpecificRecord>> about(Collection<String> keys) {
            reader.more().forEach(record -> told.computeIfAbsent(
                            new String(record.key(), StandardCharsets.UTF_8), any -> new ArrayList<>())
                    .add(record.value()));
            Map<String, List<SpecificRecord>> wanted = new HashMap<>();
            keys.stream()
                    .filter(told::containsKey)
                    .forEach(key -> wanted.put(key, withoutRepeats(told.getOrDefault(key, List.of()))));
            return wanted;
        }

        private List<SpecificRecord> withoutRepeats(List<byte[]> payloads) {
            Map<String, SpecificRecord> events = new LinkedHashMap<>();
            payloads.stream()
                    .map(payload -> (SpecificRecord) deserializer.deserialize(topic, payload))
                    .forEach(event -> events.putIfAbsent(metadata(event).getEventId(), event));
            return List.copyOf(events.values());
        }
    }
}
