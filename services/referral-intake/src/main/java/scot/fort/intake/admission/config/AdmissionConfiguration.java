package scot.fort.intake.admission.config;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.intake.admission.Admission;
import scot.fort.intake.referral.Referrals;
import scot.fort.platform.messaging.relay.OutboxRelay;
import scot.fort.platform.service.Repeating;

/** Lets admission see the relay and the outboxes. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    Admission admission(BacklogProperties properties, OutboxRelay relay, Referrals referrals, MeterRegistry meters) {
        return new Admission(properties.bound(), relay::backlogAge, referrals::waiting, meters);
    }

    @Bean
    Repeating backlogWatch(Admission admission) {
        return new Repeating("backlog-watch", admission::look, PAUSE);
    }
}
