package scot.fort.platform.messaging.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static scot.fort.platform.messaging.registry.RegistryServer.hangUp;
import static scot.fort.platform.messaging.registry.RegistryServer.status;
import static scot.fort.platform.messaging.registry.RegistryServer.truncated;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client makes of registries that fail, stall, refuse or talk nonsense. */
@Timeout(30)
class RegistryFaultsTests {
    private static final String STRING = "\"string\"";

    private final RegistryServer one = RegistryServer.start();
    private final RegistryServer two = RegistryServer.start();

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429, 408})
    void asksAgainAfterAPassingStatus(int status) {
        one.withSchema(1, STRING).then(status(status));

        try (SchemaRegistryClient client = client(one.url())) {
            assertThat(client.schemaById(1)).isEqualTo(Schema.create(Schema.Type.STRING));
        }

        assertThat(one.requests()).hasSize(2);
    }

    @Test
    void asksAgainAfterABrokenConnectionATruncatedBodyAndAnAnswerThatIsNoJson() {
        one.withSchema(1, STRING).then(hangUp(), truncated(), status(200, "<html>sign in</html>"));

        try (SchemaRegistryClient client = client(one.url())) {
            assertThat(client.schemaById(1)).isEqualTo(Schema.create(Schema.Type.STRING));
        }
    }

    @Test
    void givesUpAfterTheRetriesAndSaysWhatItMet() {
        one.then(status(500), status(500), status(500), status(500));

        try (SchemaRegistryClient client = client(one.url())) {
            assertThatThrownBy(() -> client.schemaById(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(one.url())
                    .hasMessageContaining("500");
        }

        assertThat(one.requests()).hasSize(4);
    }

    @Test
    void doesNotWaitForABodyThatNeverComes() {
        one.then(one.stalled(), one.stalled(), one.stalled(), one.stalled());

        try (SchemaRegistryClient client = client(one.url(), Map.of("http.read.timeout.ms", "50"))) {
            assertThatThrownBy(() -> client.schemaById(1))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("no complete answer");
        }
    }

    @Test
    void turnsToTheNextAddressAtOnceAndStaysThere() {
        one.close();
        two.withSchema(1, STRING).withSchema(2, STRING);

        try (SchemaRegistryClient client = client(one.url() + "," + two.url(), Map.of("max.retries", "0"))) {
            assertThat(client.schemaById(1)).isNotNull();
            RegistryServer again = RegistryServer.start(one.port());
            assertThat(client.schemaById(2)).isNotNull();
            assertThat(again.requests()).isEmpty();
            again.close();
        }
    }

    @Test
    void isUnavailableWhenNoAddressListens() {
        one.close();
        two.close();

        try (SchemaRegistryClient client = client(one.url() + "," + two.url())) {
            assertThatThrownBy(client::subjects)
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining(one.url())
                    .hasMessageContaining(two.url());
        }
    }

    @Test
    void recoversWhenTheRegistryComesBack() {
        one.close();

        try (SchemaRegistryClient client = client(one.url(), Map.of("max.retries", "0"))) {
            assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);
            try (RegistryServer again = RegistryServer.start(one.port()).withSchema(1, STRING)) {
                assertThat(client.schemaById(1)).isNotNull();
                assertThat(again.requests()).hasSize(1);
            }
        }
    }

    @Test
    void takesANoForFinalAndDoesNotAskTheNextAddress() {
        try (SchemaRegistryClient client = client(one.url() + "," + two.url())) {
            RegistryException refusal = catchThrowableOfType(RegistryException.class, () -> client.schemaById(404));
            assertThat(refusal.status()).isEqualTo(404);
            assertThat(refusal.errorCode()).isEqualTo(40403);
            assertThat(refusal.isAboutSchema()).isTrue();
            assertThat(refusal).hasMessageContaining("Schema not found");
        }

        assertThat(one.requests()).hasSize(1);
        assertThat(two.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 301})
    void doesNotTakeARefusedCallerOrAWrongAddressForAWordAboutTheSchema(int status) {
        one.then(status(status, "<html>"));

        try (SchemaRegistryClient client = client(one.url())) {
            RegistryException refusal = catchThrowableOfType(RegistryException.class, () -> client.schemaById(1));
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.isAboutSchema()).isFalse();
        }
    }

    @Test
    void handsOutNoSchemaThatIsNotAvro() {
        one.answering("GET /schemas/ids/1", Map.of("schema", "syntax = 'proto3'", "schemaType", "PROTOBUF"));
        one.withSchema(2, "{\"type\":\"recor");

        try (SchemaRegistryClient client = client(one.url())) {
            assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(SerializationException.class);
            assertThatThrownBy(() -> client.schemaById(2))
                    .isInstanceOf(SerializationException.class)
                    .hasNoCause();
        }
    }

    @Test
    void staysInterruptedAndBlamesNoSchema() {
        one.close();
        Thread.currentThread().interrupt();

        try (SchemaRegistryClient client = client(one.url())) {
            assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static SchemaRegistryClient client(String urls) {
        return client(urls, Map.of());
    }

    private static SchemaRegistryClient client(String urls, Map<String, String> more) {
        Map<String, String> configs = new HashMap<>(Map.of("schema.registry.url", urls, "retries.wait.ms", "1"));
        configs.putAll(more);
        return SchemaRegistryClient.from(configs);
    }
}
