package scot.fort.triage.identity.mongo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.service.Commands;
import scot.fort.triage.identity.MatchEvent;
import scot.fort.triage.identity.Records;
import scot.fort.triage.identity.ReferralChildren;
import scot.fort.triage.identity.kafka.MatchEvents;

/** Opens the collection of the children of referrals. */
@Configuration(proxyBeanMethods = false)
public class ChildrenStore {

    /** Name of the collection. */
    public static final String COLLECTION = "children";

    /** Matches are numbered apart from what happens to the screening of the same referral. */
    private static final String SOURCE = "child";

    public static AggregateStore<ReferralChildren, MatchEvent> in(AggregateStores stores) {
        return stores.asSource(SOURCE)
                .ofReferrals(COLLECTION, ReferralChildren.class, new MatchEvents(), MongoRecords.INDEXES);
    }

    @Bean
    AggregateStore<ReferralChildren, MatchEvent> children(AggregateStores stores) {
        return in(stores);
    }

    @Bean
    Commands<ReferralChildren, MatchEvent> childrenCommands(AggregateStore<ReferralChildren, MatchEvent> children) {
        return new Commands<>(children);
    }

    @Bean
    Records records(AggregateStore<ReferralChildren, MatchEvent> children) {
        return new MongoRecords(children);
    }
}
