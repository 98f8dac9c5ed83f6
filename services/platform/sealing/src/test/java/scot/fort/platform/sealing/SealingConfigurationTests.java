package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SealingConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class, SealingConfiguration.class));

    @Test
    void givesSealerAndOpenerAndMakesNoPoolUnlessAskedFor(@TempDir Path folder) throws IOException {
        var file = folder.resolve("kek.json");
        KeyEncryptionKey.generate(file);

        runner.withPropertyValues("fort.sealing.kek-file=" + file).run(context -> {
            assertThat(context).hasSingleBean(Sealer.class).hasSingleBean(Opener.class);
            assertThat(context.getBeanFactory().containsSingleton("keyPool")).isFalse();
        });
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
}
