package scot.fort.triage.identity.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Repeating;
import scot.fort.triage.identity.Families;
import scot.fort.triage.identity.IdentityWork;
import scot.fort.triage.identity.MatchDesk;
import scot.fort.triage.identity.MatchEvent;
import scot.fort.triage.identity.MatchSearch;
import scot.fort.triage.identity.Records;
import scot.fort.triage.identity.ReferralChildren;
import scot.fort.triage.identity.Settlement;
import scot.fort.triage.identity.Statements;
import scot.fort.triage.matching.Fingerprinting;
import scot.fort.triage.matching.Matching;
import scot.fort.triage.screening.Hearing;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** Has children matched for as long as the service runs. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Settlement settlement(
            AggregateStore<ReferralChildren, MatchEvent> children,
            AggregateStore<Screening, ScreeningEvent> screenings,
            Records records,
            Families families,
            Hearing hearing,
            Clock clock,
            Ids ids) {
        return new Settlement(children, screenings, records, families, hearing, clock, ids);
    }

    @Bean
    Families families(Records records) {
        return new Families(records);
    }

    @Bean
    MatchDesk matchDesk(
            AggregateStore<ReferralChildren, MatchEvent> children,
            Commands<ReferralChildren, MatchEvent> commands,
            Records records,
            Families families,
            Settlement settlement,
            Clock clock) {
        return new MatchDesk(children, commands, records, families, settlement, clock);
    }

    @Bean
    MatchSearch matchSearch(
            AggregateStore<ReferralChildren, MatchEvent> children,
            Records records,
            Statements statements,
            MatchingProperties properties,
            Clock clock,
            Ids ids) {
        return new MatchSearch(
                children,
                records,
                statements,
                new Fingerprinting(properties.matchingKey()),
                new Matching(properties.children()),
                clock,
                ids);
    }

    @Bean
    Repeating matching(Records records, MatchSearch search, Settlement settlement, MatchingProperties properties) {
        IdentityWork work = new IdentityWork(records, search, settlement);
        return new Repeating("matching", work::doAllThatWaits, properties.poll());
    }
}
