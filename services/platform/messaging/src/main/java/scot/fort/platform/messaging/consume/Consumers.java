package scot.fort.platform.messaging.consume;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import scot.fort.platform.messaging.MessagingProperties;
import scot.fort.platform.messaging.aggregate.AggregateStore;

/** Makes the consumers of a service, and the containers that feed them. */
public final class Consumers {

    private final MessagingProperties properties;
    private final Map<String, Object> consumerSettings;
    private final EventDecoder decoder;
    private final Alarms alarms;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private final ParkedEvents parked = new ParkedEvents();

    public Consumers(
            MessagingProperties properties,
            Map<String, Object> consumerSettings,
            Producer<byte[], byte[]> deadLetterProducer,
            EventDecoder decoder,
            Alarms alarms,
            Clock clock) {
        this.properties = properties;
        this.consumerSettings = consumerSettings;
        this.decoder = decoder;
        this.alarms = alarms;
        this.deadLetters = new DeadLetters(deadLetterProducer, properties.topic("dead-letter"), alarms);
        this.clock = clock;
    }

    /** A consumer that applies events to the aggregates of a store. */
    public <S, E> ReferralConsumer<S, E> consumer(AggregateStore<S, E> store, Reactions<S, E> reactions) {
        Folds<S, E> folds = new Folds<>(properties.source(), store.collection(), reactions, decoder, alarms, clock);
        parked.include(new ParkedIn<>(store, folds));
        return new ReferralConsumer<>(store, folds, deadLetters);
    }

    /** What waits for all the consumers made here, those that are still to be made too. */
    public ParkedEvents parked() {
        return parked;
    }

    /**
     * A container that polls topics and hands each batch over. Offsets are committed after the write; on a fault the
     * partitions pause, and the same batch comes again, however long it takes.
     *
     * @param group consumer group; another group of the same service starts from the beginning
     * @param contexts owners of the topics, for example {@code intake}
     */
    public ConcurrentMessageListenerContainer<byte[], byte[]> container(
            String group, ReferralConsumer<?, ?> consumer, String... contexts) {
        ContainerProperties container = new ContainerProperties(
                Arrays.stream(contexts).map(properties::topic).toArray(String[]::new));
        container.setGroupId(properties.topicPrefix() + "." + group);
        container.setMessageListener((BatchMessageListener<byte[], byte[]>) consumer::consume);
        container.setMissingTopicsFatal(false);
        container.setAckMode(ContainerProperties.AckMode.BATCH);
        container.setLogContainerConfig(false);
        ConcurrentMessageListenerContainer<byte[], byte[]> made = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(consumerSettings), container);
        made.setConcurrency(properties.concurrency());
        made.setBeanName(group);
        DefaultErrorHandler endless = new DefaultErrorHandler(backOff());
        endless.setClassifications(Map.of(), true);
        endless.setLogLevel(org.springframework.kafka.KafkaException.Level.WARN);
        made.setCommonErrorHandler(endless);
        return made;
    }

    /**
     * Tells of the events of a topic from now on, to this instance; what it tells is a reason to look, no more.
     *
     * @param context owner of the topic, for example {@code triage}
     */
    public Tail tail(String context, Consumer<List<Heard>> listener) {
        return new Tail(consumerSettings, properties.topic(context), listener);
    }

    private static ExponentialBackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return backOff;
    }
}
