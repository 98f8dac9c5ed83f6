package scot.fort.platform.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static scot.fort.platform.messaging.avro.Samples.metadata;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scot.fort.events.PublishedSchema;
import scot.fort.events.common.EventMetadata;
import scot.fort.local.Addresses;
import scot.fort.local.Topics;
import scot.fort.platform.messaging.registry.CompatibilityLevel;
import scot.fort.platform.messaging.registry.RegistryException;
import scot.fort.platform.messaging.registry.SchemaRegistryClient;
import scot.fort.platform.testing.RealStack;

/** The client and the serdes with a real registry and a real broker between them. */
class RealRegistryTests {
    private static final String TOPIC_RECORD_NAME = SubjectNameStrategy.TOPIC_RECORD_NAME.className();

    private final Addresses addresses = RealStack.addresses();
    private final String prefix = "test-" + UUID.randomUUID();
    private final String topic = prefix + ".intake.v1";
    private final SchemaRegistryClient registry =
            SchemaRegistryClient.from(Map.of("schema.registry.url", addresses.registryUrl()));

    @AfterEach
    void disconnect() {
        registry.close();
    }

    @Test
    void registersAVersionThatFitsAndRefusesOneThatDoesNot() {
        String subject = topic + "/a subject with odd letters: ä";
        registry.setCompatibility(subject, CompatibilityLevel.FULL_TRANSITIVE);
        int first = registry.register(subject, Samples.FIRST);
        Schema renamed = Samples.parse(Samples.FIRST.toString().replace("\"id\"", "\"identifier\""));

        assertThat(registry.testCompatibility(subject, Samples.SECOND).compatible())
                .isTrue();
        assertThat(registry.testCompatibility(subject, renamed).compatible()).isFalse();
        assertThat(catchThrowableOfType(RegistryException.class, () -> registry.register(subject, renamed))
                        .status())
                .isEqualTo(409);

        int second = registry.register(subject, Samples.SECOND);
        assertThat(registry.latest(subject).version()).isEqualTo(2);
        assertThat(registry.latest(subject).id()).isEqualTo(second);
        assertThat(registry.idOf(subject, Samples.FIRST)).isEqualTo(first);
        assertThat(registry.schemaById(first)).isEqualTo(Samples.FIRST);
        assertThat(registry.subjects()).contains(subject);
    }

    @Test
    void letsASubjectWithoutAVersionBeginWithAnySchema() {
        assertThat(registry.testCompatibility(topic, Samples.FIRST).compatible())
                .isTrue();
    }

    @Test
    void findsTheSchemaOfAGeneratedClassThatWasRegisteredFromItsFile() {
        Schema fromFile = PublishedSchema.of(EventMetadata.getClassSchema());
        int id = registry.register(topic + "-" + EventMetadata.getClassSchema().getFullName(), fromFile);

        try (FortAvroSerializer serializer = new FortAvroSerializer(
                registry,
                Map.of(
                        "auto.register.schemas", "false",
                        "avro.remove.java.properties", "true",
                        "value.subject.name.strategy", TOPIC_RECORD_NAME),
                false)) {
            byte[] payload = serializer.serialize(topic, metadata());
            assertThat(payload).isNotNull().satisfies(bytes -> assertThat(WireFormat.schemaId(bytes))
                    .isEqualTo(id));
        }
    }

    @Test
    void refusesAnEventWhoseSchemaNobodyRegistered() {
        try (FortAvroSerializer serializer =
                new FortAvroSerializer(registry, Map.of("auto.register.schemas", "false"), false)) {
            assertThatThrownBy(() -> serializer.serialize(topic, metadata()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(topic);
        }
    }

    @Test
    void isMadeByKafkaFromItsClassNameLikeAnyOtherSerde() {
        Topics.create(addresses.kafka(), prefix);
        Map<String, Object> shared = Map.of(
                "bootstrap.servers", addresses.kafka(),
                "schema.registry.url", addresses.registryUrl(),
                "value.subject.name.strategy", TOPIC_RECORD_NAME,
                "specific.avro.reader", "true",
                "key.serializer", StringSerializer.class.getName(),
                "value.serializer", FortAvroSerializer.class.getName(),
                "key.deserializer", StringDeserializer.class.getName(),
                "value.deserializer", FortAvroDeserializer.class.getName(),
                "group.id", topic,
                "auto.offset.reset", "earliest");

        try (KafkaProducer<String, Object> producer = new KafkaProducer<>(shared)) {
            producer.send(new ProducerRecord<>(topic, 0, "k", metadata()));
            producer.send(new ProducerRecord<>(topic, 0, "k", null));
        }

        try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(shared)) {
            consumer.subscribe(List.of(topic));
            List<Object> values = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (ConsumerRecord<String, Object> record : consumer.poll(Duration.ofMillis(200))) {
                    values.add(record.value());
                }
                return values.size() == 2;
            });
            assertThat(values).containsExactly(metadata(), null);
        }
        assertThat(registry.subjects()).contains(topic + "-scot.fort.events.common.EventMetadata");
    }
}
