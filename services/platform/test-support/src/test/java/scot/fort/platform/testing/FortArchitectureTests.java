package scot.fort.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FortArchitectureTests {

    private final JavaClasses broken = new ClassFileImporter().importPackages("scot.fort.broken");

    @ParameterizedTest
    @MethodSource("everyRule")
    void isSeenToFail(Field rule) throws IllegalAccessException {
        assertThat(rule.isAnnotationPresent(ArchTest.class)).isTrue();
        assertThat(((ArchRule) rule.get(null)).evaluate(broken).hasViolation()).isTrue();
    }

    static Stream<Field> everyRule() {
        return Arrays.stream(FortArchitecture.class.getFields());
    }

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

    @Test
    void failsWhoKnowsAnotherServiceOrLeansOnWhatIsForTests() {
        assertThat(violations(FortArchitecture.SERVICES_DO_NOT_KNOW_EACH_OTHER))
                .contains("NosyScreening", "TestingScreening")
                .doesNotContain("SpringScreening");
    }

    @Test
    void failsATechnologyOutsideItsAdapter() {
        assertThat(violations(FortArchitecture.KAFKA_STAYS_IN_ITS_ADAPTER)).contains("ListeningStore");
        assertThat(violations(FortArchitecture.MONGODB_STAYS_IN_ITS_ADAPTER)).contains("StoringConsumer");
        assertThat(violations(FortArchitecture.HTTP_STAYS_IN_ITS_ADAPTER))
                .contains("ListeningStore")
                .doesNotContain("OpenController");
        assertThat(violations(FortArchitecture.MAIL_STAYS_IN_ITS_ADAPTER)).contains("MailingWeb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"instant", "dateInZone", "reference", "clock", "millis", "id", "idOfALibrary", "chance", "dice"})
    void failsWhatTakesTimeIdsOrChanceFromWhereItStands(String method) {
        assertThat(violations(FortArchitecture.TIME_AND_IDS_ARE_INJECTED))
                .contains("AmbientScreening." + method + "()")
                .doesNotContain("innocent");
    }

    @Test
    void failsWhatPrints() {
        assertThat(violations(FortArchitecture.NOTHING_IS_PRINTED))
                .contains("PrintingScreening.say()", "PrintingScreening.complain(java.lang.Exception)");
    }

    @Test
    void failsWhatCallsByHttp() {
        assertThat(violations(FortArchitecture.NO_SERVICE_CALLS_ANOTHER)).contains("HttpClient", "RestClient");
    }

    @Test
    void failsWhatWaitsToBeFilled() {
        assertThat(violations(FortArchitecture.NOTHING_IS_AUTOWIRED)).contains("WiredScreening.clock");
        assertThat(violations(FortArchitecture.NO_FIELD_IS_INJECTED)).contains("WiredScreening.lease");
    }

    @Test
    void failsAControllerOutsideAWebPackage() {
        assertThat(violations(FortArchitecture.CONTROLLERS_ARE_IN_WEB_PACKAGES))
                .contains("StrayController")
                .doesNotContain("OpenController");
    }

    @Test
    void failsACallThatDoesNotSayWhoMayMakeIt() {
        assertThat(violations(FortArchitecture.EVERY_CALL_SAYS_WHO_MAY_MAKE_IT)).contains("OpenController.open");
    }

    @Test
    void failsABodyThatEverybodySees() {
        assertThat(violations(FortArchitecture.BODIES_ARE_PACKAGE_PRIVATE))
                .contains("OpenRequest")
                .doesNotContain("PrivateRequest");
    }

    @Test
    void failsANameThatSaysNothing() {
        assertThat(violations(FortArchitecture.NAMES_SAY_WHAT_IT_IS))
                .contains("ScreeningManager")
                .doesNotContain("SpringScreening");
    }

    private String violations(ArchRule rule) {
        return rule.evaluate(broken).getFailureReport().toString();
    }
}
