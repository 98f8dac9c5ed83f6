package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KmsClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class SealingConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class, SealingConfiguration.class));

    private Path file;
    private String keyset;

    @BeforeEach
    void generate(@TempDir Path folder) throws IOException {
        file = folder.resolve("kek.json");
        KeyFile.at(file).generate();
        keyset = Files.readString(file);
    }

    @Test
    void givesSealerAndOpenerAndMakesNoPoolUnlessAskedFor() {
        runner.withPropertyValues("fort.sealing.kek-file=" + file).run(context -> {
            assertThat(context).hasSingleBean(Sealer.class).hasSingleBean(Opener.class);
            assertThat(context.getBeanFactory().containsSingleton("keyPool")).isFalse();
            assertThat(context.getBeanFactory().containsSingleton("keyRewrapping"))
                    .isFalse();
        });
    }

    @Test
    void takesTheSameKeysetFromItsTextAsFromItsFile() throws IOException {
        var id = KeyFile.at(file).inUse();

        runner.withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.config.import=classpath:fort-sealing.yaml", "FORT_KEK=" + keyset)
                .run(context -> {
                    var keks = context.getBean(KeyEncryptionKeys.class);
                    assertThat(keks.current()).containsExactly(id);
                    assertThat(keks.others()).isEmpty();
                });
    }

    @Test
    void takesTheKeyOfAServiceAndOthersThatOnlyUnwrap() throws IOException, GeneralSecurityException {
        var id = KeyFile.at(file).inUse();

        try (var kms = new LocalKms()) {
            runner.withBean(KmsClient.class, kms::client)
                    .withPropertyValues("fort.sealing.kek-uri=" + LocalKms.URI, "fort.sealing.other-keks=" + file)
                    .run(context -> {
                        var keks = context.getBean(KeyEncryptionKeys.class);
                        assertThat(keks.current()).containsExactly(LocalKms.URI);
                        assertThat(keks.outdated()).containsExactly(id);
                    });
        }
    }

    @Test
    void namesTheKeyOfAServiceThatItHasNoClientFor() {
        runner.withPropertyValues("fort.sealing.kek-uri=" + LocalKms.URI)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(LocalKms.URI));
    }

    @ParameterizedTest
    @CsvSource({
        "fort.sealing.cache=61s, fort.sealing.cache",
        "fort.sealing.kek-file=, fort.sealing.kek-file",
        "fort.sealing.pool-batch=1, fort.sealing.pool-batch"
    })
    void namesAWrongPropertyWhenItStarts(String property, String name) {
        runner.withPropertyValues("fort.sealing.kek-file=some.json", property)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORT_KEK_FILE", "FORT_KEK_URI", "none"})
    void namesTheThreeWaysToGiveTheKeyUnlessThereIsExactlyOneAndKeepsItToItself(String second, CapturedOutput output) {
        var key = second.equals("none") ? " " : keyset;
        var application = new SpringApplicationBuilder(Sealing.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.import=classpath:fort-sealing.yaml",
                        "FORT_KEK=" + key,
                        second + "=aws-kms://arn");

        assertThatThrownBy(application::run).rootCause().hasMessageContaining("Exactly one of");

        assertThat(output)
                .contains("FORT_KEK_FILE", "FORT_KEK_URI", "(FORT_KEK)")
                .doesNotContain("keyData", "value\"");
    }

    @Test
    void keepsAnUnusableKeyToItself(CapturedOutput output) {
        var application = new SpringApplicationBuilder(Sealing.class)
                .web(WebApplicationType.NONE)
                .properties("fort.sealing.kek=" + keyset.substring(1));

        assertThatThrownBy(application::run).rootCause().hasMessageContaining("FORT_KEK holds no usable");

        assertThat(output).doesNotContain("keyData");
    }

    @Test
    void keepsTheKeyToItselfWhenAnotherPropertyIsWrong(CapturedOutput output) {
        var application = new SpringApplicationBuilder(Sealing.class)
                .web(WebApplicationType.NONE)
                .properties("fort.sealing.kek=" + keyset, "fort.sealing.cache=an hour");

        assertThatThrownBy(application::run).isInstanceOf(RuntimeException.class);

        assertThat(output).contains("fort.sealing.cache").doesNotContain("keyData");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Sealing {}
}
