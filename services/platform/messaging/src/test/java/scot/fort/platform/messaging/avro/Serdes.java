package scot.fort.platform.messaging.avro;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import scot.fort.platform.messaging.registry.RegistryServer;

/** Serializers and deserializers as Kafka makes them: by constructor and configuration. */
final class Serdes {
    static final String TOPIC = "fort.test.v1";

    private Serdes() {}

    static FortAvroSerializer serializer(RegistryServer registry, String... properties) {
        FortAvroSerializer serializer = new FortAvroSerializer();
        serializer.configure(configs(registry, properties), false);
        return serializer;
    }

    static FortAvroDeserializer deserializer(RegistryServer registry, String... properties) {
        FortAvroDeserializer deserializer = new FortAvroDeserializer();
        deserializer.configure(configs(registry, properties), false);
        return deserializer;
    }

    /** The bytes of a value that is there. */
    static byte[] written(FortAvroSerializer serializer, Object value) {
        return Objects.requireNonNull(serializer.serialize(TOPIC, value));
    }

    /** The registry knows the schema by this id, and gives it out when it is registered under the topic's own subject. */
    static void register(RegistryServer registry, int id, Schema schema) {
        registry.withSchema(id, schema.toString())
                .answering("POST /subjects/" + TOPIC + "-value/versions", Map.of("id", id));
    }

    private static Map<String, String> configs(RegistryServer registry, String... properties) {
        Map<String, String> configs = new HashMap<>(Map.of("schema.registry.url", registry.url(), "max.retries", "0"));
        for (int i = 0; i < properties.length; i += 2) {
            configs.put(properties[i], properties[i + 1]);
        }
        return configs;
    }
}
