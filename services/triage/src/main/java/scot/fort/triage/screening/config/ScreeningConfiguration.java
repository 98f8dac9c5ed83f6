package scot.fort.triage.screening.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.triage.screening.ClockPolicy;
import scot.fort.triage.screening.Desk;
import scot.fort.triage.screening.Hearing;
import scot.fort.triage.screening.RatingPolicy;

/** Makes the policies of screening from their files, and those who follow them. */
@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    ClockPolicy clockPolicy(ScreeningProperties properties) {
        return ClockPolicyFile.read(properties.clockPolicy());
    }

    @Bean
    RatingPolicy ratingPolicy(ScreeningProperties properties) {
        return RatingPolicyFile.read(properties.ratingPolicy());
    }

    @Bean
    Desk desk(ClockPolicy clockPolicy, ScreeningProperties properties) {
        return new Desk(clockPolicy, properties.lease());
    }

    @Bean
    Hearing hearing(RatingPolicy ratingPolicy, ClockPolicy clockPolicy) {
        return new Hearing(ratingPolicy, clockPolicy);
    }
}
