package scot.fort.intake.referral.mongo;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.kafka.ReferralEvents;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.service.Commands;

/** Opens the collection of referrals. */
@Configuration(proxyBeanMethods = false)
public class ReferralStore {

    /** Name of the collection. */
    public static final String COLLECTION = "referrals";

    public static AggregateStore<Referral, ReferralEvent> in(AggregateStores stores) {
        return stores.ofReferrals(COLLECTION, Referral.class, new ReferralEvents(), MongoReferrals.INDEXES);
    }

    @Bean
    AggregateStore<Referral, ReferralEvent> storedReferrals(AggregateStores stores) {
        return in(stores);
    }

    @Bean
    Referrals referrals(AggregateStore<Referral, ReferralEvent> store, MongoDatabase database) {
        return new MongoReferrals(store, database);
    }

    @Bean
    Commands<Referral, ReferralEvent> referralCommands(AggregateStore<Referral, ReferralEvent> store) {
        return new Commands<>(store);
    }
}
