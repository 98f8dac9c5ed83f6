package scot.fort.platform.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.MessageListenerContainer;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.EventEncoder;
import scot.fort.platform.messaging.aggregate.Indexes;
import scot.fort.platform.messaging.consume.Alarms;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.consume.EventDecoder;
import scot.fort.platform.messaging.consume.ParkedEvents;
import scot.fort.platform.messaging.relay.OutboxRelay;

/** Gives a service its aggregate stores, its relay and its consumers. */
@AutoConfiguration(
        afterName = "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
        beforeName = "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration")
@EnableConfigurationProperties({MessagingProperties.class, KafkaProperties.class})
class MessagingAutoConfiguration {

    /** To the millisecond, as times are stored and told. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return () -> UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** What a majority has is what counts; and a database that is away is said to be so within seconds. */
    @Bean
    MongoClientSettingsBuilderCustomizer majorityWithinSeconds() {
        return (MongoClientSettings.Builder settings) -> settings.writeConcern(WriteConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MessagingProperties properties) {
        return client.getDatabase(properties.database());
    }

    /** Boot's own asks for {@code hello}, which not every server that speaks MongoDB's protocol knows. */
    @Bean
    HealthIndicator mongoHealthIndicator(MongoDatabase database) {
        return () -> {
            try {
                database.runCommand(new Document("ping", 1));
                return Health.up().build();
            } catch (MongoException away) {
                return Health.down().build();
            }
        };
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties boot, MessagingProperties messaging) {
        return new KafkaClients(boot, messaging);
    }

    @Bean
    Indexes indexes() {
        return new Indexes();
    }

    @Bean
    HealthIndicator indexesHealthIndicator(Indexes indexes) {
        return () -> (indexes.areReady() ? Health.up() : Health.outOfService()).build();
    }

    @Bean(destroyMethod = "close")
    Serializer<Object> eventSerializer(MessagingProperties properties) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked") // the property names a serialiser of objects, ours or Confluent's
        Serializer<Object> serializer = Utils.newInstance(properties.valueSerializer(), Serializer.class);
        serializer.configure(properties.serdes(), false);
        return serializer;
    }

    @Bean(destroyMethod = "close")
    Deserializer<Object> eventDeserializer(MessagingProperties properties) throws ReflectiveOperationException {
        @SuppressWarnings("unchecked") // the property names a deserialiser of objects, ours or Confluent's
        Deserializer<Object> deserializer = Utils.newInstance(properties.valueDeserializer(), Deserializer.class);
        deserializer.configure(properties.serdes(), false);
        return deserializer;
    }

    @Bean
    OutboxRelay outboxRelay(KafkaClients kafka, MessagingProperties properties, Clock clock, MeterRegistry meters) {
        return new OutboxRelay(kafka::producer, properties.sweepInterval(), clock, meters);
    }

    /** A relay that has ended, or a consumer, would hold everything back in silence. */
    @Bean
    HealthIndicator messagingHealthIndicator(OutboxRelay relay, ObjectProvider<MessageListenerContainer> consumers) {
        return () -> (relay.isAlive() && consumers.stream().allMatch(MessageListenerContainer::isRunning)
                        ? Health.up()
                        : Health.down())
                .build();
    }

    @Bean
    AggregateStores aggregateStores(
            MongoDatabase database,
            MessagingProperties properties,
            Serializer<Object> eventSerializer,
            OutboxRelay relay,
            Indexes indexes,
            Clock clock,
            Ids ids) {
        return new AggregateStores(
                database,
                properties.source(),
                properties.topicPrefix(),
                new EventEncoder(eventSerializer, properties.maxEventBytes()),
                relay,
                indexes,
                clock,
                ids);
    }

    @Bean
    Alarms alarms(MeterRegistry meters) {
        return new Alarms(meters);
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> deadLetterProducer(KafkaClients kafka) {
        return kafka.producer();
    }

    @Bean
    Consumers consumers(
            MessagingProperties properties,
            KafkaClients kafka,
            Producer<byte[], byte[]> deadLetterProducer,
            Deserializer<Object> eventDeserializer,
            Alarms alarms,
            Clock clock) {
        Map<String, Object> settings = kafka.consumer();
        return new Consumers(
                properties, settings, deadLetterProducer, new EventDecoder(eventDeserializer), alarms, clock);
    }

    @Bean
    ParkedEvents parkedEvents(Consumers consumers) {
        return consumers.parked();
    }
}
