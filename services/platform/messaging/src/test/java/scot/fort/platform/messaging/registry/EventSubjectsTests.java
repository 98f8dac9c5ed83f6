package scot.fort.platform.messaging.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import scot.fort.events.EventCatalogue;
import scot.fort.events.access.RecordAccessed;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.avro.FortAvroDeserializer;
import scot.fort.platform.messaging.avro.FortAvroSerializer;
import scot.fort.platform.testing.RealStack;

/** The deployment step, on a real registry. */
class EventSubjectsTests {

    private static final String FIRST = """
            {"type": "record", "name": "Visited", "namespace": "scot.fort.events.visit", "fields": [
              {"name": "id", "type": "string"}%s]}""";
    private static final String BY_NAME = """
            , {"name": "by", "type": ["null", "string"], "default": null}""";
    private static final String BY_NUMBER = """
            , {"name": "by", "type": ["null", "int"], "default": null}""";
    private static final String BY_SOMEBODY = """
            , {"name": "by", "type": "string"}""";

    private final String prefix = "test-" + UUID.randomUUID();
    private final SchemaRegistryClient registry = SchemaRegistryClient.from(
            Map.of("schema.registry.url", RealStack.addresses().registryUrl()));

    @AfterEach
    void disconnect() {
        registry.close();
    }

    @Test
    void registersEveryEventSoThatAServiceCanSendItWithoutRegisteringAnything() {
        EventSubjects subjects = new EventSubjects(registry, prefix);

        assertThat(subjects.register()).isEmpty();
        assertThat(subjects.register()).isEmpty();
        assertThat(subjects.check()).isEmpty();

        for (Schema event : EventCatalogue.told()) {
            String subject = EventCatalogue.subject(prefix, event);
            assertThat(registry.latest(subject).version()).as(subject).isEqualTo(1);
            assertThat(registry.compatibility(subject)).contains(CompatibilityLevel.FULL_TRANSITIVE);
        }
        assertThat(sentAndHeard(accessed())).isEqualTo(accessed());
    }

    @Test
    void letsAVersionFollowThatFits() {
        assertThat(visits("").register()).isEmpty();

        assertThat(visits(BY_NAME).check()).isEmpty();
        assertThat(visits(BY_NAME).register()).isEmpty();

        assertThat(registry.latest(subject()).version()).isEqualTo(2);
    }

    @Test
    void namesInOneLineWhatTheRegistryRefuses() {
        visits("").register();

        assertThat(visits(BY_SOMEBODY).check())
                .containsExactly(subject() + ": scot.fort.events.visit.Visited cannot read what version 1 wrote:"
                        + " READER_FIELD_MISSING_DEFAULT_VALUE at /fields/1 (by)");
        assertThat(visits(BY_SOMEBODY).register()).isEqualTo(visits(BY_SOMEBODY).check());

        RegistryException refusal =
                catchThrowableOfType(RegistryException.class, () -> registry.register(subject(), parse(BY_SOMEBODY)));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(registry.latest(subject()).version()).isEqualTo(1);
    }

    @Test
    void looksBehindTheLatestVersionToo() {
        visits(BY_NAME).register();
        visits("").register();

        assertThat(visits(BY_NUMBER).check()).isNotEmpty().allMatch(line -> line.contains("version 1"));
        assertThat(visits(BY_NUMBER).register()).isEqualTo(visits(BY_NUMBER).check());
    }

    @Test
    void registersNothingWhereOneSchemaCannotFollow() {
        visits("").register();
        Schema other = new Schema.Parser()
                .parse("{\"type\": \"record\", \"name\": \"Ended\", \"namespace\": \"scot.fort.events.visit\","
                        + " \"fields\": []}");

        List<String> problems = new EventSubjects(registry, prefix, List.of(other, parse(BY_SOMEBODY))).register();

        assertThat(problems).hasSize(1);
        assertThat(registry.subjects()).contains(subject()).doesNotContain(EventCatalogue.subject(prefix, other));
    }

    @Test
    void findsASubjectThatDemandsTooLittle() {
        registry.register(subject(), parse(""));

        assertThat(visits("").check()).containsExactly(subject() + ": its compatibility is not set to FULL_TRANSITIVE");
    }

    @Test
    void changesNothingWhenItOnlyChecks() {
        assertThat(visits("").check()).isEmpty();

        assertThat(registry.subjects()).doesNotContain(subject());
        assertThat(registry.compatibility(subject())).isEmpty();
    }

    private EventSubjects visits(String furtherField) {
        return new EventSubjects(registry, prefix, List.of(parse(furtherField)));
    }

    private String subject() {
        return EventCatalogue.subject(prefix, parse(""));
    }

    private static Schema parse(String furtherField) {
        return new Schema.Parser().parse(FIRST.formatted(furtherField));
    }

    private @Nullable Object sentAndHeard(RecordAccessed event) {
        String topic = EventCatalogue.topic(prefix, RecordAccessed.getClassSchema());
        try (FortAvroSerializer serializer = new FortAvroSerializer();
                FortAvroDeserializer deserializer = new FortAvroDeserializer()) {
            serializer.configure(settingsOfAService(), false);
            deserializer.configure(settingsOfAService(), false);
            return deserializer.deserialize(topic, serializer.serialize(topic, event));
        }
    }

    /** As fort-messaging.yaml has them, where a deployment says nothing but where its registry is. */
    private static Map<String, Object> settingsOfAService() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("fort-messaging.yaml"));
        String serdes = "fort.messaging.serdes.";
        Map<String, Object> settings = new HashMap<>();
        Objects.requireNonNull(yaml.getObject()).forEach((name, value) -> {
            if (name.toString().startsWith(serdes)) {
                settings.put(name.toString().substring(serdes.length()), value);
            }
        });
        settings.put("schema.registry.url", RealStack.addresses().registryUrl());
        settings.put("auto.register.schemas", "false");
        return settings;
    }

    private static RecordAccessed accessed() {
        EventMetadata metadata = EventMetadata.newBuilder()
                .setEventId("0190f7a2-0000-7000-8000-000000000001")
                .setSource("timeline")
                .setSequence(1)
                .setOccurredAt(Instant.parse("2026-03-02T09:00:00Z"))
                .setRecordedAt(Instant.parse("2026-03-02T09:00:00Z"))
                .setActor("auditor")
                .setOrganisation("auditor")
                .setCorrelationId("c1")
                .build();
        return new RecordAccessed(metadata, "timeline", "AUDIT", "GRANTED");
    }
}
