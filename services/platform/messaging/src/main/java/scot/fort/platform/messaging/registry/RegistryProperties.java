package scot.fort.platform.messaging.registry;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/**
 * The properties that say how to reach a registry, under Confluent's names.
 *
 * <p>Time-outs and pauses are shorter than Confluent's by default: whoever waits here holds up a poll or a relay round, and
 * has a back-off of its own for a long outage.
 */
final class RegistryProperties {
    static final String URL = "schema.registry.url";
    static final String BASIC_SOURCE = "basic.auth.credentials.source";
    static final String BASIC_USER_INFO = "basic.auth.user.info";
    static final String BASIC_USER_INFO_PREFIXED = "schema.registry.basic.auth.user.info";
    static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    static final String BEARER_TOKEN = "bearer.auth.token";
    static final String NORMALISE = "normalize.schemas";
    static final String MAX_RETRIES = "max.retries";
    static final String RETRIES_WAIT = "retries.wait.ms";
    static final String RETRIES_MAX_WAIT = "retries.max.wait.ms";
    static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    static final String READ_TIMEOUT = "http.read.timeout.ms";
    static final String CACHE_SIZE = "max.schemas.per.subject";
    static final String LATEST_TTL = "latest.cache.ttl.sec";
    static final String MISSING_TTL = "missing.schema.cache.ttl.sec";

    /** The prefix under which Kafka's own {@code ssl.*} properties apply to the registry. */
    static final String PREFIX = "schema.registry.";

    static final String FROM_URL = "URL";
    static final String FROM_USER_INFO = "USER_INFO";
    private static final String STATIC_TOKEN = "STATIC_TOKEN";

    private static final int LONGEST = 3_600_000;

    static final ConfigDef DEFINITION = new ConfigDef()
            .define(URL, Type.LIST, NO_DEFAULT_VALUE, Importance.HIGH, "Addresses of registries, tried in turn.")
            .define(
                    BASIC_SOURCE,
                    Type.STRING,
                    FROM_URL,
                    ValidString.in(FROM_URL, FROM_USER_INFO),
                    Importance.MEDIUM,
                    "Whether a name and password are part of the URL or a property.")
            .define(BASIC_USER_INFO, Type.PASSWORD, null, Importance.MEDIUM, "name:password.")
            .define(BASIC_USER_INFO_PREFIXED, Type.PASSWORD, null, Importance.LOW, "The same, by its longer name.")
            .define(
                    BEARER_SOURCE,
                    Type.STRING,
                    null,
                    new OptionalChoice(STATIC_TOKEN),
                    Importance.MEDIUM,
                    "Where a bearer token comes from; unset means no token.")
            .define(BEARER_TOKEN, Type.PASSWORD, null, Importance.MEDIUM, "The token itself.")
            .define(NORMALISE, Type.BOOLEAN, false, Importance.LOW, "Let the registry compare normalised schemas.")
            .define(
                    MAX_RETRIES,
                    Type.INT,
                    3,
                    between(0, 100),
                    Importance.MEDIUM,
                    "How often every address is asked again after all of them failed.")
            .define(RETRIES_WAIT, Type.INT, 200, between(0, LONGEST), Importance.LOW, "The first pause.")
            .define(RETRIES_MAX_WAIT, Type.INT, 5_000, between(0, LONGEST), Importance.LOW, "The longest pause.")
            .define(CONNECT_TIMEOUT, Type.INT, 5_000, between(1, LONGEST), Importance.LOW, "To connect to an address.")
            .define(READ_TIMEOUT, Type.INT, 10_000, between(1, LONGEST), Importance.LOW, "For a complete answer.")
            .define(CACHE_SIZE, Type.INT, 1_000, atLeast(1), Importance.LOW, "Entries that each cache holds.")
            .define(
                    LATEST_TTL,
                    Type.LONG,
                    60L,
                    atLeast(-1),
                    Importance.LOW,
                    "How long the latest version of a subject is believed; -1 is for ever.")
            .define(
                    MISSING_TTL,
                    Type.LONG,
                    5L,
                    atLeast(0),
                    Importance.LOW,
                    "How long a schema that the registry does not know is not asked for again.");

    private RegistryProperties() {}

    /** One of a few words, or nothing. */
    private record OptionalChoice(String only) implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, Object value) {
            if (value != null) {
                ValidString.in(only).ensureValid(name, value);
            }
        }
    }
}
