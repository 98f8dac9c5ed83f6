package scot.fort.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that {@code infra/kafka/topics} lists. */
public final class Topics {
    private static final short REPLICATION = 1;

    private Topics() {}

    /** Creates those that are not there yet, each named {@code <prefix>.<name>}; the ones that are stay as they are. */
    public static void create(String bootstrap, String prefix) {
        try (Admin admin = Kafka.admin(bootstrap)) {
            admin.createTopics(listed(prefix)).values().forEach(Topics::await);
        }
    }

    static List<NewTopic> listed(String prefix) {
        try (InputStream list = Objects.requireNonNull(Topics.class.getResourceAsStream("topics"), "topics");
                BufferedReader reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> topic(prefix, line.strip().split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewTopic topic(String prefix, String[] columns) {
        Map<String, String> settings = Arrays.stream(columns[2].split(","))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        return new NewTopic(prefix + "." + columns[0], Integer.parseInt(columns[1]), REPLICATION).configs(settings);
    }

    private static void await(String topic, KafkaFuture<Void> created) {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new PartFailure("Topic " + topic + " cannot be created: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while creating topic " + topic, e);
        }
    }
}
