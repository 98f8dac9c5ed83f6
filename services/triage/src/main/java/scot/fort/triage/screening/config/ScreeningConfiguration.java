package scot.fort.triage.screening.config;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.triage.screening.ClockPolicy;
import scot.fort.triage.screening.Desk;
import scot.fort.triage.screening.Hearing;
import scot.fort.triage.screening.WorkingCalendar;

/** Makes the policies of screening from their settings. */
@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    ClockPolicy clockPolicy(ScreeningProperties properties) {
        ScreeningProperties.Calendar calendar = properties.calendar();
        Set<LocalDate> local = Set.copyOf(calendar.localHolidays());
        return new ClockPolicy(
                new WorkingCalendar(
                        calendar.zone(),
                        calendar.opens(),
                        calendar.closes(),
                        BankHolidays.of(calendar.region()).or(local::contains)),
                properties.targets().stream()
                        .map(ScreeningProperties.Target::toTargets)
                        .toList());
    }

    @Bean
    Desk desk(ClockPolicy clockPolicy, ScreeningProperties properties) {
        return new Desk(clockPolicy, properties.lease());
    }

    @Bean
    Hearing hearing(ClockPolicy clockPolicy) {
        return new Hearing(clockPolicy);
    }
}
