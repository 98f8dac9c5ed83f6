package scot.fort.platform.messaging.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * The trust and key stores of {@code schema.registry.ssl.*}, read by Kafka's own code: the same store types, PEM included,
 * and the same words as for the brokers.
 */
final class RegistryTls {
    private static final String SSL = RegistryProperties.PREFIX + "ssl.";

    private RegistryTls() {}

    /** Null when nothing is configured: the JDK's own trust store serves. */
    static @Nullable SSLContext of(Map<String, ?> configs) {
        Map<String, Object> ours = configs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SSL) && entry.getValue() != null)
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(RegistryProperties.PREFIX.length()), Map.Entry::getValue));
        if (ours.isEmpty()) {
            return null;
        }
        Map<String, Object> parsed =
                new HashMap<>(new ConfigDef().withClientSslSupport().parse(ours));
        if (!"https".equals(parsed.get(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG))) {
            throw new ConfigException(
                    RegistryProperties.PREFIX + SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG,
                    parsed.get(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG),
                    "a registry's name is always checked; only https is accepted");
        }
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(parsed);
            return factory.sslContext();
        } catch (KafkaException unreadable) {
            throw new ConfigException("%s*: %s".formatted(SSL, unreadable.getMessage()));
        }
    }
}
