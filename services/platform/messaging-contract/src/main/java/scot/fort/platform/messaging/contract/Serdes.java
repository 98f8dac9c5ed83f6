package scot.fort.platform.messaging.contract;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import scot.fort.local.Addresses;
import scot.fort.platform.messaging.avro.FortAvroDeserializer;
import scot.fort.platform.messaging.avro.FortAvroSerializer;

/** The real serialiser and deserialiser against the real registry, registering what they meet. */
final class Serdes {

    private Serdes() {}

    static Serializer<Object> serializer(Addresses stack) {
        Serializer<Object> serializer = new FortAvroSerializer();
        serializer.configure(settings(stack), false);
        return serializer;
    }

    static Deserializer<Object> deserializer(Addresses stack) {
        Deserializer<Object> deserializer = new FortAvroDeserializer();
        deserializer.configure(settings(stack), false);
        return deserializer;
    }

    private static Map<String, Object> settings(Addresses stack) {
        return Map.of(
                "schema.registry.url",
                stack.registryUrl(),
                "auto.register.schemas",
                true,
                "avro.remove.java.properties",
                true,
                "value.subject.name.strategy",
                "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy",
                "specific.avro.reader",
                true);
    }
}
