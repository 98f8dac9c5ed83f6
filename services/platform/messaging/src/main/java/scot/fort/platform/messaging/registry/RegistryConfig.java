package scot.fort.platform.messaging.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.jspecify.annotations.Nullable;

/**
 * {@link RegistryProperties} once they are read and found sound.
 *
 * @param rounds how often the addresses are gone through before giving up, at least once
 * @param keepLatest null is for ever
 * @param tls null is the JDK's default
 */
record RegistryConfig(
        List<Endpoint> endpoints,
        int rounds,
        ExponentialBackoff pauses,
        Duration connectTimeout,
        Duration readTimeout,
        boolean normalise,
        int cacheSize,
        @Nullable Duration keepLatest,
        Duration rememberMissing,
        @Nullable SSLContext tls) {

    private static final int DOUBLING = 2;
    private static final double JITTER = 0.2;

    /** @throws org.apache.kafka.common.config.ConfigException naming the property that is wrong */
    static RegistryConfig from(Map<String, ?> configs) {
        Map<String, Object> settings = RegistryProperties.DEFINITION.parse(configs);
        long keepLatest = number(settings, RegistryProperties.LATEST_TTL);
        long wait = number(settings, RegistryProperties.RETRIES_WAIT);
        long longest = Math.max(wait, number(settings, RegistryProperties.RETRIES_MAX_WAIT));
        return new RegistryConfig(
                Endpoint.of(settings),
                1 + (int) number(settings, RegistryProperties.MAX_RETRIES),
                new ExponentialBackoff(wait, DOUBLING, longest, JITTER),
                Duration.ofMillis(number(settings, RegistryProperties.CONNECT_TIMEOUT)),
                Duration.ofMillis(number(settings, RegistryProperties.READ_TIMEOUT)),
                Boolean.TRUE.equals(settings.get(RegistryProperties.NORMALISE)),
                (int) number(settings, RegistryProperties.CACHE_SIZE),
                keepLatest < 0 ? null : Duration.ofSeconds(keepLatest),
                Duration.ofSeconds(number(settings, RegistryProperties.MISSING_TTL)),
                RegistryTls.of(configs));
    }

    private static long number(Map<String, Object> settings, String name) {
        return settings.get(name) instanceof Number value ? value.longValue() : 0;
    }
}
