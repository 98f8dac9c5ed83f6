package scot.fort.platform.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static scot.fort.platform.messaging.avro.Serdes.TOPIC;
import static scot.fort.platform.messaging.avro.Serdes.deserializer;
import static scot.fort.platform.messaging.avro.Serdes.register;
import static scot.fort.platform.messaging.avro.Serdes.serializer;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.registry.RegistryServer;
import scot.fort.platform.messaging.registry.RegistryUnavailableException;

/** Which schema a value is written with, and what is refused. */
class FortAvroSerializerTests {
    private static final Schema NAMED = Samples.parse("""
            {"type":"record","name":"Named","namespace":"test","fields":[{"name":"name","type":"string"}]}""");

    private final RegistryServer registry = RegistryServer.start();

    @AfterEach
    void stop() {
        registry.close();
    }

    @ParameterizedTest
    @CsvSource({
        "io.confluent.kafka.serializers.subject.TopicNameStrategy, fort.test.v1-value",
        "io.confluent.kafka.serializers.subject.RecordNameStrategy, test.Named",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy, fort.test.v1-test.Named",
        "TopicRecordNameStrategy, fort.test.v1-test.Named",
        "TOPIC_RECORD_NAME, fort.test.v1-test.Named"
    })
    void registersUnderTheSubjectOfTheStrategy(String strategy, String subject) {
        registry.answering("POST /subjects/" + subject + "/versions", Map.of("id", 3));

        try (FortAvroSerializer serializer = serializer(registry, "value.subject.name.strategy", strategy)) {
            assertThat(serializer.serialize(TOPIC, named("Ailsa"))).startsWith(0, 0, 0, 0, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "value.subject.name.strategy, com.example.Strategy",
        "auto.register.schemas, sometimes",
        "use.latest.version, 1",
        "latest.compatibility.strict, no",
        "schema.reflection, true",
        "fort.avro.max.payload.bytes, 4",
        "schema.registry.url, nowhere"
    })
    void namesThePropertyWhoseValueIsWrong(String property, String value) {
        assertThatThrownBy(() -> serializer(registry, property, value).close())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(property);
    }

    @Test
    void looksUpAndNeverRegistersWhereTold() {
        registry.answering("POST /subjects/fort.test.v1-value", Map.of("id", 4));

        try (FortAvroSerializer serializer = serializer(registry, "auto.register.schemas", "false")) {
            assertThat(serializer.serialize(TOPIC, named("Ailsa"))).startsWith(0, 0, 0, 0, 4);
            serializer.serialize(TOPIC, named("Morven"));
        }

        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void keepsJavaOutOfTheRegistryWhereTold() {
        registry.answering("POST /subjects/fort.test.v1-value/versions", Map.of("id", 4));

        try (FortAvroSerializer serializer = serializer(registry, "avro.remove.java.properties", "true")) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new EventMetadata()))
                    .isInstanceOf(SerializationException.class);
        }

        assertThat(EventMetadata.getClassSchema().toString()).contains("avro.java.string");
        assertThat(registry.requests().getFirst().body())
                .contains("EventMetadata")
                .doesNotContain("avro.java.string");
    }

    @Test
    void writesWithTheLatestVersionWhereTold() {
        latest(11, Samples.SECOND);
        registry.withSchema(11, Samples.SECOND.toString());
        GenericRecord record =
                (GenericRecord) new RandomData(Samples.FIRST, 1, 7L).iterator().next();

        try (FortAvroSerializer serializer =
                        serializer(registry, "auto.register.schemas", "false", "use.latest.version", "true");
                FortAvroDeserializer deserializer = deserializer(registry)) {
            assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, record)))
                    .isInstanceOfSatisfying(GenericRecord.class, read -> {
                        assertThat(read.get("by")).hasToString("nobody");
                        assertThat(read.get("id")).hasToString(record.get("id").toString());
                        assertThat(read.get("digest")).isEqualTo(record.get("digest"));
                    });
        }
    }

    @Test
    void refusesALatestVersionThatCannotReadWhatItWrites() {
        latest(12, Samples.parse(NAMED.toString().replace("\"string\"", "\"int\"")));

        try (FortAvroSerializer serializer =
                serializer(registry, "auto.register.schemas", "false", "use.latest.version", "true")) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, named("Ailsa")))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("latest.compatibility.strict");
        }
    }

    @ParameterizedTest
    @CsvSource({"404, 40401", "409, 409", "422, 42201"})
    void takesARefusedSchemaForTheRecordsFault(int status, int errorCode) {
        registry.then(RegistryServer.status(status, "{\"error_code\":%d,\"message\":\"no\"}".formatted(errorCode)));

        try (FortAvroSerializer serializer = serializer(registry)) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, named("Ailsa")))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("test.Named");
        }
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "500", "503"})
    void takesARefusedCallerOrAFailingRegistryForSomethingThatPasses(int status) {
        registry.then(RegistryServer.status(status));

        try (FortAvroSerializer serializer = serializer(registry)) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, named("Ailsa")))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void saysWhichFieldIsMissingAndNeverWhatIsInAnother() {
        register(registry, 1, Samples.FIRST);
        GenericRecord wrong = named("Ailsa");
        wrong.put("name", Map.of("Ailsa", "MacLeod"));

        try (FortAvroSerializer serializer = serializer(registry)) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new GenericData.Record(NAMED)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("name");
            assertThatThrownBy(() -> serializer.serialize(TOPIC, wrong))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("test.Named")
                    .hasMessageNotContaining("MacLeod")
                    .hasNoCause();
        }
    }

    @Test
    void refusesWhatIsNoAvroAndWhatIsTooLong() {
        register(registry, 1, NAMED);

        try (FortAvroSerializer serializer = serializer(registry, "fort.avro.max.payload.bytes", "100")) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Object()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("java.lang.Object");
            assertThatThrownBy(() -> serializer.serialize(TOPIC, named("x".repeat(100))))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("fort.avro.max.payload.bytes");
        }
    }

    private void latest(int id, Schema schema) {
        registry.answering(
                "GET /subjects/fort.test.v1-value/versions/latest",
                Map.of("subject", "fort.test.v1-value", "version", 2, "id", id, "schema", schema.toString()));
    }

    private static GenericRecord named(String name) {
        GenericRecord record = new GenericData.Record(NAMED);
        record.put("name", name);
        return record;
    }
}
