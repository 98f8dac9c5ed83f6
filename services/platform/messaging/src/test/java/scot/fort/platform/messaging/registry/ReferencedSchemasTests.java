package scot.fort.platform.messaging.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** A schema that others have split over several subjects reads as one. */
class ReferencedSchemasTests {

    @Test
    void fetchesWhatASchemaRefersToAndWhatThatRefersToOnceEach() {
        try (RegistryServer server = RegistryServer.start()) {
            document(server, "GET /schemas/ids/1", record("Offer", "to", "test.Service"), "Service", "Area");
            document(server, "GET /subjects/a%2FService/versions/2", record("Service", "in", "test.Area"), "Area");
            document(server, "GET /subjects/a%2FArea/versions/2", record("Area", "name", "string"));

            try (SchemaRegistryClient client = SchemaRegistryClient.from(Map.of("schema.registry.url", server.url()))) {
                Schema offer = client.schemaById(1);

                Schema area = offer.getField("to").schema().getField("in").schema();
                assertThat(area.getFullName()).isEqualTo("test.Area");
            }
            assertThat(server.requests()).hasSize(3);
        }
    }

    private static void document(RegistryServer server, String line, String schema, String... references) {
        server.answering(
                line,
                Map.of(
                        "schema",
                        schema,
                        "references",
                        List.of(references).stream()
                                .map(name -> Map.of("name", "test." + name, "subject", "a/" + name, "version", 2))
                                .toList()));
    }

    private static String record(String name, String field, String type) {
        return """
                {"type":"record","name":"%s","namespace":"test","fields":[{"name":"%s","type":"%s"}]}""".formatted(name, field, type);
    }
}
