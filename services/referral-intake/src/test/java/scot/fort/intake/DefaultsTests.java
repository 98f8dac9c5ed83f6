package scot.fort.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a service imports outweighs what it says itself, so a default of its own must be one that the import asks for. */
class DefaultsTests {

    @ParameterizedTest
    @CsvSource({"referral-intake, 8081", "triage, 8082", "allocation, 8083", "notification, 8084", "timeline, 8085"})
    void aServiceThatIsToldNoPortTakesItsOwn(String service, String port) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.config.location",
                                "file:../" + service + "/src/main/resources/application.yaml")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);

        assertThat(environment.getProperty("server.port")).isEqualTo(port);
        assertThat(environment.getProperty("management.server.port", Integer.class))
                .isEqualTo(Integer.parseInt(port) + 1000);
    }
}
