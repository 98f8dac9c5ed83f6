package scot.fort.platform.messaging.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static scot.fort.platform.messaging.registry.RegistryServer.status;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scot.fort.platform.testing.MovableClock;

/** What a client asks twice, and what it does not. */
class RegistryCachingTests {
    private static final Schema SCHEMA = SchemaBuilder.record("Offered")
            .namespace("test")
            .fields()
            .requiredString("by")
            .endRecord();

    private final MovableClock clock = MovableClock.standingAt(Instant.EPOCH);
    private final RegistryServer server = RegistryServer.start();
    private final SchemaRegistryClient client = client(Map.of());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void asksOnceForWhatManyWantAtTheSameTime() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.withSchema(7, SCHEMA.toString()).then(server.after(gate));

        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Schema>> answers = IntStream.range(0, 50)
                    .mapToObj(i -> many.submit(() -> client.schemaById(7)))
                    .toList();
            await().until(() -> !server.requests().isEmpty());
            gate.countDown();
            for (Future<Schema> answer : answers) {
                assertThat(answer.get()).isEqualTo(SCHEMA);
            }
        }

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void asksDifferentQuestionsAtTheSameTime() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.withSchema(1, "\"int\"").withSchema(2, "\"long\"").then(server.after(gate));

        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Schema> held = one.submit(() -> client.schemaById(1));
            await().until(() -> !server.requests().isEmpty());
            assertThat(client.schemaById(2)).isEqualTo(Schema.create(Schema.Type.LONG));
            gate.countDown();
            assertThat(held.get()).isEqualTo(Schema.create(Schema.Type.INT));
        }
    }

    @Test
    void remembersForAShortWhileThatASchemaIsUnknown() {
        assertThatThrownBy(() -> client.schemaById(9)).isInstanceOf(RegistryException.class);
        clock.forward(Duration.ofSeconds(4));
        assertThatThrownBy(() -> client.schemaById(9)).isInstanceOf(RegistryException.class);
        assertThat(server.requests()).hasSize(1);

        server.withSchema(9, SCHEMA.toString());
        clock.forward(Duration.ofSeconds(1));
        assertThat(client.schemaById(9)).isEqualTo(SCHEMA);
    }

    @Test
    void remembersNoFaultThatPasses() {
        server.withSchema(1, SCHEMA.toString()).then(status(401), status(503));

        assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(client.schemaById(1)).isEqualTo(SCHEMA);
    }

    @Test
    void findsWhatItHasJustRegisteredAlthoughItWasUnknownAMomentAgo() {
        server.answering("POST /subjects/places/versions", Map.of("id", 3));

        assertThatThrownBy(() -> client.idOf("places", SCHEMA)).isInstanceOf(RegistryException.class);
        assertThat(client.register("places", SCHEMA)).isEqualTo(3);
        assertThat(client.register("places", SCHEMA)).isEqualTo(3);
        assertThat(client.idOf("places", SCHEMA)).isEqualTo(3);

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void believesALatestVersionForAMinuteOrUntilItRegistersAnother() {
        server.answering("POST /subjects/places/versions", Map.of("id", 4));
        latestIs(1);
        assertThat(client.latest("places").version()).isEqualTo(1);

        latestIs(2);
        assertThat(client.latest("places").version()).isEqualTo(1);
        clock.forward(Duration.ofSeconds(60));
        assertThat(client.latest("places").version()).isEqualTo(2);

        latestIs(3);
        client.register("places", SCHEMA);
        assertThat(client.latest("places").version()).isEqualTo(3);
    }

    @Test
    void forgetsTheLeastUsedWhenFull() {
        server.withSchema(1, "\"int\"").withSchema(2, "\"long\"").withSchema(3, "\"string\"");

        try (SchemaRegistryClient small = client(Map.of("max.schemas.per.subject", "2"))) {
            List.of(1, 2, 1, 3, 1, 2).forEach(small::schemaById);
        }

        assertThat(server.requests())
                .extracting(RegistryServer.Request::line)
                .containsExactly(
                        "GET /schemas/ids/1", "GET /schemas/ids/2", "GET /schemas/ids/3", "GET /schemas/ids/2");
    }

    private void latestIs(int version) {
        server.answering(
                "GET /subjects/places/versions/latest",
                Map.of("subject", "places", "version", version, "id", version, "schema", SCHEMA.toString()));
    }

    private SchemaRegistryClient client(Map<String, String> more) {
        Map<String, String> configs = new HashMap<>(more);
        configs.put("schema.registry.url", server.url());
        configs.put("max.retries", "0");
        return SchemaRegistryClient.from(configs, clock);
    }
}
