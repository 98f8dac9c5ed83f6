package scot.fort.platform.messaging.consume;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells this instance that there are events, whichever instance they are of, from when it is opened until it is closed. It
 * belongs to no group, keeps no position, and misses what comes while the broker is away: a reason to look, nothing to
 * rely on.
 */
public final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final String topic;
    private final Consumer<List<Heard>> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    Tail(Map<String, Object> settings, String topic, Consumer<List<Heard>> listener) {
        this.settings = settings;
        this.topic = topic;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("tail-" + topic).daemon().start(this::run);
    }

    private void run() {
        while (isOpen()) {
            try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
                follow(consumer);
            } catch (KafkaException away) {
                if (isOpen()) {
                    LOG.warn(
                            "Nothing is heard of {}: {}", topic, away.getClass().getSimpleName());
                }
            }
            pause();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer);
        while (partitions.isEmpty() && isOpen()) {
            pause();
            partitions = partitions(consumer);
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        while (isOpen()) {
            List<Heard> heard = heard(consumer.poll(POLL));
            if (!heard.isEmpty()) {
                listener.accept(heard);
            }
        }
    }

    /** None as long as there is no such topic. */
    private List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static List<Heard> heard(ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(Incoming::of)
                .filter(Objects::nonNull)
                .map(event -> new Heard(event.key(), event.source(), event.sequence()))
                .toList();
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing more is told, but for what is being told. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
