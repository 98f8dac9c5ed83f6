package scot.fort.platform.messaging;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of messaging.
 *
 * @param source name of this service as the owner of its events and as consumer group, for example {@code triage}
 * @param topicPrefix first part of every topic's name
 * @param database database that holds this service's aggregates
 * @param sweepInterval how often the relay looks for entries that nobody woke it for
 * @param deliveryTimeout how long a record may take to be acknowledged before its aggregate is set aside
 * @param maxEventBytes size that an encoded event must not exceed
 * @param concurrency consumer threads per instance
 * @param valueSerializer class that encodes events, Confluent's own or ours
 * @param valueDeserializer class that decodes events, Confluent's own or ours
 * @param serdes settings of the two, under Confluent's property names
 */
@ConfigurationProperties("fort.messaging")
public record MessagingProperties(
        String source,
        @DefaultValue("fort") String topicPrefix,
        String database,
        @DefaultValue("2s") Duration sweepInterval,
        @DefaultValue("10s") Duration deliveryTimeout,
        @DefaultValue("900000") int maxEventBytes,
        @DefaultValue("1") int concurrency,

        @DefaultValue("scot.fort.platform.messaging.avro.FortAvroSerializer")
        String valueSerializer,

        @DefaultValue("scot.fort.platform.messaging.avro.FortAvroDeserializer")
        String valueDeserializer,

        @DefaultValue Map<String, String> serdes) {

    public MessagingProperties {
        Assert.hasText(source, "fort.messaging.source must name the service");
        Assert.hasText(database, "fort.messaging.database must name a database");
        Assert.hasText(topicPrefix, "fort.messaging.topic-prefix must not be empty");
        Assert.isTrue(maxEventBytes >= 1024, "fort.messaging.max-event-bytes must be at least 1024");
        Assert.isTrue(concurrency >= 1, "fort.messaging.concurrency must be at least 1");
        Assert.isTrue(deliveryTimeout.toMillis() >= 1000, "fort.messaging.delivery-timeout must be at least 1s");
    }

    /** The topic of a context, for example {@code fort.intake.v1}. */
    public String topic(String context) {
        return topicPrefix + "." + context + ".v1";
    }
}
