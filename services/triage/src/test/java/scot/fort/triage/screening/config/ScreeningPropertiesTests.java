package scot.fort.triage.screening.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import scot.fort.triage.screening.ClockPolicy;

class ScreeningPropertiesTests {

    private static final List<String> SOUND = List.of(
            "fort.screening.targets[0].version=v1",
            "fort.screening.targets[0].effective-from=2026-01-01",
            "fort.screening.targets[0].red=4h",
            "fort.screening.targets[0].amber-working-days=1",
            "fort.screening.targets[0].green-working-days=3");

    @EnableConfigurationProperties(ScreeningProperties.class)
    static class Settings {}

    @Test
    void takesDatedTargetsAndLocalHolidays() {
        started(List.of("fort.screening.calendar.local-holidays=2026-10-05,2027-04-05"))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(ClockPolicy.class);
                    assertThat(context.getBean(ScreeningProperties.class)
                                    .calendar()
                                    .localHolidays())
                            .hasSize(2);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "fort.screening.lease=0s, fort.screening.lease",
        "fort.screening.calendar.opens=18:00, fort.screening.calendar.opens",
        "fort.screening.calendar.region=scotland, fort.screening.calendar.region",
        "fort.screening.targets[0].red=0s, fort.screening.targets[].red",
        "fort.screening.targets[0].green-working-days=0, green-working-days",
        "fort.screening.targets[0].amber-working-days=soon, amber-working-days"
    })
    void namesThePropertyThatIsWrong(String wrong, String named) {
        started(List.of(wrong)).run(context -> assertThat(messages(context.getStartupFailure()))
                .anyMatch(message -> message.contains(named)));
    }

    @Test
    void refusesToStartWithoutTargets() {
        new ApplicationContextRunner().withUserConfiguration(Settings.class).run(context -> assertThat(
                        messages(context.getStartupFailure()))
                .anyMatch(message -> message.contains("fort.screening.targets must not be empty")));
    }

    private static ApplicationContextRunner started(List<String> changes) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Settings.class, ScreeningConfiguration.class)
                .withPropertyValues(SOUND.toArray(String[]::new))
                .withPropertyValues(changes.toArray(String[]::new));
    }

    private static List<String> messages(@Nullable Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.add(String.valueOf(cause.getMessage()));
        }
        return messages;
    }
}
