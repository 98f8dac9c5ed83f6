package scot.fort.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class FortArchitectureTests {

    private final JavaClasses broken = new ClassFileImporter().importPackages("scot.fort.broken");

    @Test
    void failsAFeatureThatAsksItsFramework() {
        assertThat(violations(FortArchitecture.FEATURES_ARE_PLAIN_JAVA)).contains("SpringScreening");
    }

    @Test
    void failsAFeatureThatSendsByItself() {
        assertThat(violations(FortArchitecture.NOTHING_IS_SENT_BUT_THROUGH_THE_OUTBOX))
                .contains("LoudScreening")
                .doesNotContain("SpringScreening");
    }

    private String violations(ArchRule rule) {
        return rule.evaluate(broken).getFailureReport().toString();
    }
}
