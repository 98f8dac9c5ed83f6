package scot.fort.intake.referral.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.intake.referral.Erasures;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.kafka.ReferralEvents;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.service.Commands;

/** Opens the collection of referrals. */
@Configuration(proxyBeanMethods = false)
public class ReferralStore {

    /** Name of the collection. */
    public static final String COLLECTION = "referrals";

    public static AggregateStore<Referral, ReferralEvent> in(AggregateStores stores) {
        return stores.ofDatedReferrals(COLLECTION, Referral.class, new ReferralEvents(), indexes());
    }

    private static List<IndexModel> indexes() {
        List<IndexModel> all = new ArrayList<>(MongoReferrals.INDEXES);
        all.addAll(MongoErasures.INDEXES);
        return all;
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
    Erasures erasures(AggregateStore<Referral, ReferralEvent> store, MongoDatabase database, Ids ids) {
        return new MongoErasures(store, database, ids);
    }

    @Bean
    Commands<Referral, ReferralEvent> referralCommands(AggregateStore<Referral, ReferralEvent> store) {
        return new Commands<>(store);
    }
}
