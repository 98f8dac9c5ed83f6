package scot.fort.triage.identity.kafka;

import java.util.List;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.contract.ConsumerContract;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.triage.identity.mongo.ChildrenStore;

class ChildrenContractTests extends ConsumerContract {

    @Override
    protected String service() {
        return "triage";
    }

    @Override
    protected String collection() {
        return ChildrenStore.COLLECTION;
    }

    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        return consumers.consumer(ChildrenStore.in(stores), ChildrenReactions.all())::consume;
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return EventScript.about(aboutReferral)
                .then(EventBuilders.received()
                        .setChildren(List.of(
                                new ChildSummary("c1", 11, false, "LOCHEE"), new ChildSummary("c2", null, true, null))))
                .then(EventBuilders.informationAdded(1))
                .then(ReferralCorrected.newBuilder(EventSamples.some(ReferralCorrected.class)))
                .then(EventBuilders.withdrawn("FAMILY_MOVED"))
                .then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)));
    }
}
