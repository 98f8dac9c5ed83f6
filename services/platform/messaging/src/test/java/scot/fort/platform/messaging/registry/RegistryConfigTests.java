package scot.fort.platform.messaging.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Confluent's property names, read as Confluent's client reads them, and one clear line for what is wrong. */
class RegistryConfigTests {
    private static final String NAME_AND_PASSWORD = "Basic Zm9ydDpzZWNyZXQ=";

    private final RegistryServer server = RegistryServer.start().answering("GET /subjects", new String[] {"a", "b"});

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url, ftp://registry",
        "schema.registry.url, registry:8081",
        "schema.registry.url, http:///nowhere",
        "basic.auth.credentials.source, SASL_INHERIT",
        "bearer.auth.credentials.source, OAUTHBEARER",
        "max.retries, often",
        "max.retries, -1",
        "retries.wait.ms, 1.5",
        "retries.max.wait.ms, -5",
        "http.connect.timeout.ms, 0",
        "http.read.timeout.ms, 10s",
        "normalize.schemas, perhaps",
        "latest.cache.ttl.sec, -2",
        "missing.schema.cache.ttl.sec, x",
        "max.schemas.per.subject, 0",
        "schema.registry.ssl.truststore.location, /nowhere/trust.p12",
        "schema.registry.ssl.endpoint.identification.algorithm, none"
    })
    void namesThePropertyWhoseValueIsWrong(String property, String value) {
        String family = property.contains(".ssl.truststore") ? "schema.registry.ssl." : property;

        assertThatThrownBy(() -> SchemaRegistryClient.from(with(property, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(family);
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> SchemaRegistryClient.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> SchemaRegistryClient.from(with("basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("basic.auth.user.info");
        assertThatThrownBy(() -> SchemaRegistryClient.from(with("bearer.auth.credentials.source", "STATIC_TOKEN")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("bearer.auth.token");
    }

    @Test
    void showsNoPasswordOfAnAddressThatIsWrong() {
        assertThatThrownBy(() -> SchemaRegistryClient.from(with("schema.registry.url", "ftp://fort:secret@registry")))
                .hasMessageContaining("registry")
                .hasMessageNotContaining("secret");
    }

    @Test
    void sendsNoCredentialUnlessTold() {
        assertThat(authorisationSentWith(with("basic.auth.user.info", "fort:secret")))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"basic.auth.user.info", "schema.registry.basic.auth.user.info"})
    void sendsNameAndPasswordOfEitherProperty(String property) {
        Map<String, String> configs = with("basic.auth.credentials.source", "USER_INFO");
        configs.put(property, "fort:secret");

        assertThat(authorisationSentWith(configs)).isEqualTo(NAME_AND_PASSWORD);
    }

    @Test
    void sendsNameAndPasswordOfTheAddress() {
        String url = server.url().replace("//", "//fort:secret@");

        assertThat(authorisationSentWith(with("schema.registry.url", url))).isEqualTo(NAME_AND_PASSWORD);
    }

    @Test
    void sendsABearerToken() {
        Map<String, String> configs = with("bearer.auth.credentials.source", "STATIC_TOKEN");
        configs.put("bearer.auth.token", "t0ken");

        assertThat(authorisationSentWith(configs)).isEqualTo("Bearer t0ken");
    }

    @Test
    void refusesTwoKindsOfCredentialsAtOnce() {
        Map<String, String> configs = with("bearer.auth.credentials.source", "STATIC_TOKEN");
        configs.put("bearer.auth.token", "t0ken");
        configs.put("basic.auth.credentials.source", "USER_INFO");

        assertThatThrownBy(() -> SchemaRegistryClient.from(configs)).isInstanceOf(ConfigException.class);
    }

    @Test
    void keepsThePathOfTheAddressAndLooksPastWhatItDoesNotKnow() {
        server.answering("GET /apis/ccompat/v7/subjects", new String[] {"c"});
        Map<String, String> configs = with("schema.registry.url", server.url() + "/apis/ccompat/v7/");
        configs.put("linger.ms", "nonsense");

        try (SchemaRegistryClient client = SchemaRegistryClient.from(configs)) {
            assertThat(client.subjects()).containsExactly("c");
        }
    }

    private @Nullable String authorisationSentWith(Map<String, String> configs) {
        try (SchemaRegistryClient client = SchemaRegistryClient.from(configs)) {
            client.subjects();
        }
        return server.requests().getLast().authorisation();
    }

    private Map<String, String> with(String property, String value) {
        Map<String, String> configs = new HashMap<>(Map.of("schema.registry.url", server.url()));
        configs.put(property, value);
        return configs;
    }
}
