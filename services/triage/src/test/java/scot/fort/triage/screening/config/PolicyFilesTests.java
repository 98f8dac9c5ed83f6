package scot.fort.triage.screening.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import scot.fort.triage.screening.ClockPolicy;
import scot.fort.triage.screening.RatingPolicy;

@ExtendWith(OutputCaptureExtension.class)
class PolicyFilesTests {

    private static final String CLOCKS = """
            calendar:
              region: sct
              localHolidays:
                - date: 2026-10-05
                  name: Autumn holiday
            versions:
              - version: "2026-1"
                effectiveFrom: 2026-01-01
                effectiveTo: 2026-12-31
                opens: "09:00"
                closes: "17:00"
                red: 4h
                amberWorkingDays: 1
                greenWorkingDays: 3
                reason: The first.
              - version: "2027-1"
                effectiveFrom: 2027-01-01
                opens: "08:00"
                closes: "16:00"
                red: 2h
                amberWorkingDays: 1
                greenWorkingDays: 2
                reason: Sooner.
            """;

    private static final String RATING = """
            versions:
              - version: "2026-1"
                effectiveFrom: 2026-01-01
                rules:
                  - name: MISSING_CHILD
                    when: {anyConcern: [MISSING]}
                    priority: RED
                    reason: Nobody knows where the child is.
                  - name: BABY
                    when: {childUnder: 1}
                    priority: RED
                    reason: A baby cannot get away.
                  - name: CHILD_PROTECTION
                    when: {lane: CHILD_PROTECTION_CONCERN}
                    priority: AMBER
                    reason: Within a working day.
                  - name: FAMILY_SUPPORT
                    when: {lane: FAMILY_SUPPORT}
                    priority: GREEN
                    reason: Soon.
            """;

    @TempDir
    private Path folder;

    @EnableConfigurationProperties(ScreeningProperties.class)
    static class Settings {}

    @Test
    void areReadAtTheStart() {
        assertThat(ClockPolicyFile.read(passage(CLOCKS))).isNotNull();
        assertThat(RatingPolicyFile.read(passage(RATING))).isNotNull();
        started(List.of()).run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(ClockPolicy.class)
                .hasSingleBean(RatingPolicy.class));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    2026-12-31    | 2026-12-30 | line 17: gap: version 2026-1 holds until 2026-12-30 only
                    2026-12-31    | 2027-01-01 | line 17: overlap: version 2026-1 holds until 2027-01-01
                    2026-12-31    | 2025-12-31 | line 9: effectiveTo is before effectiveFrom
                    2027-01-01    | 2026-02-30 | line 17: '2026-02-30' is not a date such as 2026-01-01
                    "2027-1"      | "2026-1"   | line 16: there is a version 2026-1 already
                    red: 2h       | red: 0h    | line 20: 'red' must be longer than nothing
                    red: 2h       | red: soon  | line 20: 'soon' is not a time such as 4h
                    red: 2h       | reds: 2h   | line 20: 'reds' is unknown here
                    red: 2h       | effectiveTo: 2027-12-31 | line 20: gap: nothing holds after 2027-12-31
                    WorkingDays: 2| WorkingDays: 0 | line 22: 0 is not between 1 and 250
                    Sooner.       | ` `        | line 23: there must be a text here
                    17:00         | 08:00      | line 11: 'closes' must be after 'opens'
                    09:00         | 9          | line 10: '9' is not a time of day such as 09:00
                    region: sct   | region: scotland | line 2: 'scotland' is not one of
                    region: sct   | regions: sct | line 2: 'regions' is unknown here
                    2026-10-05    | autumn     | line 4: 'autumn' is not a date
                    opens: "08:00" | closes: "16:00" | line 19: 'closes' is here twice
                    closes: "16:00" | red: 3h | line 20: 'red' is here twice
                    versions:     | versions: [ | line 7: expected the node content
                    """)
    void ofClocksNameTheLineThatIsWrong(String right, String wrong, String fault) {
        assertThatThrownBy(() -> ClockPolicyFile.read(passage(changed(CLOCKS, right, wrong))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("policy.yaml, " + fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [MISSING]     | [LOST]        | line 6: 'LOST' is not one of [BEREAVEMENT, BULLYING
                    [MISSING]     | [UNKNOWN]     | line 6: 'UNKNOWN' is not one of
                    [MISSING]     | []            | line 6: the list is empty
                    anyConcern:   | allConcerns:  | line 6: 'allConcerns' is unknown here; known are [anyConcern
                    {childUnder: 1} | {}          | line 10: a rule must say when it fires
                    {childUnder: 1} | {unborn: false} | line 10: 'unborn' can only be true
                    childUnder: 1 | childUnder: 0 | line 10: 0 is not between 1 and 26
                    name: BABY    | name: MISSING_CHILD | line 9: there is a rule MISSING_CHILD already
                    name: BABY    | name: a baby  | line 9: 'a baby' is not a name such as IMMEDIATE_DANGER
                    priority: GREEN | priority: LOW | line 19: 'LOW' is not one of [RED, AMBER, GREEN, BLUE]
                    priority: GREEN | unborn: true | line 19: 'unborn' is unknown here
                    {lane: FAMILY_SUPPORT} | {unborn: true} | line 5: There is no rule for every referral of the lane FAMILY_SUPPORT
                    reason: Soon. | reason:       | line 20: there must be a text here
                    """)
    void ofRatingNameTheLineThatIsWrong(String right, String wrong, String fault) {
        assertThatThrownBy(() -> RatingPolicyFile.read(passage(changed(RATING, right, wrong))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("policy.yaml, " + fault);
    }

    @Test
    void followNothingThatHasNoEnd() {
        String endless = CLOCKS.replaceFirst(" *effectiveTo.*\n", "");

        assertThatThrownBy(() -> ClockPolicyFile.read(passage(endless)))
                .hasMessage(
                        "policy.yaml, line 16: overlap: version 2026-1 has no effectiveTo, so nothing can follow it");
    }

    @Test
    void keepTheServiceFromStartingWhenOneIsWrongOrNotThere() throws Exception {
        Path gap = gap();
        Path none = folder.resolve("none.yaml");

        started(List.of("fort.screening.clock-policy=" + gap))
                .run(context -> assertThat(messages(context.getStartupFailure()))
                        .contains(gap + ", line 17: gap: version 2026-1 holds until 2026-12-31 only"));
        started(List.of("fort.screening.rating-policy=" + none))
                .run(context ->
                        assertThat(messages(context.getStartupFailure())).contains(none + " cannot be read"));
    }

    @Test
    void sayFirstWhyTheServiceDoesNotStart(CapturedOutput output) throws Exception {
        Path gap = gap();
        SpringApplicationBuilder service =
                new SpringApplicationBuilder(Settings.class, ScreeningConfiguration.class).web(WebApplicationType.NONE);

        assertThatThrownBy(() -> service.run(
                        "--spring.config.location=optional:classpath:/none/", "--fort.screening.clock-policy=" + gap))
                .isInstanceOf(BeanCreationException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Description:\n\n" + gap + ", line 17: gap: version 2026-1 holds until 2026-12-31 only\n");
    }

    @ParameterizedTest
    @CsvSource({
        "fort.screening.lease=0s, fort.screening.lease",
        "fort.screening.rating-policy=, fort.screening.rating-policy",
        "fort.screening.clock-policy=, fort.screening.clock-policy"
    })
    void areNamedByProperties(String wrong, String named) {
        started(List.of(wrong)).run(context -> assertThat(messages(context.getStartupFailure()))
                .anyMatch(message -> message.contains(named)));
    }

    private Path gap() throws IOException {
        return Files.writeString(folder.resolve("clocks.yaml"), changed(CLOCKS, "2027-01-01", "2027-01-02"));
    }

    private static ApplicationContextRunner started(List<String> changes) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, ScreeningConfiguration.class)
                .withPropertyValues(changes.toArray(String[]::new));
    }

    private static Passage passage(String text) {
        return Passage.of("policy.yaml", new StringReader(text));
    }

    private static String changed(String policy, String right, String wrong) {
        assertThat(policy).contains(right);
        return policy.replace(right, wrong);
    }

    private static List<String> messages(@Nullable Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()));
        }
        return messages;
    }
}
