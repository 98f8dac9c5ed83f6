package scot.fort.triage.screening.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Repeating;
import scot.fort.triage.screening.ClockWatch;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** Has the clocks watched for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class ClockWatchConfiguration {

    @Bean
    Repeating clockWatching(
            Queue queue,
            AggregateStore<Screening, ScreeningEvent> screenings,
            ScreeningProperties properties,
            Clock clock,
            Ids ids) {
        ClockWatch watch = new ClockWatch(queue, screenings, clock, ids);
        return new Repeating("clock-watch", watch::tellAllDue, properties.alarmPoll());
    }
}
