package scot.fort.triage.screening.kafka;

import java.util.List;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.allocation.ConcernRaised;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.Lane;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.contract.ConsumerContract;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.triage.screening.Given;
import scot.fort.triage.screening.mongo.ScreeningStore;

class ScreeningContractTests extends ConsumerContract {

    @Override
    protected String service() {
        return "triage";
    }

    @Override
    protected String collection() {
        return ScreeningStore.COLLECTION;
    }

    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        return consumers.consumer(ScreeningStore.in(stores), ScreeningReactions.of(Given.HEARING))::consume;
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return EventScript.about(aboutReferral)
                .then(EventBuilders.received().setLane(Lane.CHILD_PROTECTION_CONCERN))
                .then(EventBuilders.informationAdded(1))
                .then(ReferralCorrected.newBuilder(EventSamples.some(ReferralCorrected.class))
                        .setChildren(List.of(new ChildSummary("c1", 0, false, "LOCHEE"))))
                .then(ConsentChanged.newBuilder(EventSamples.some(ConsentChanged.class)))
                .then(EventBuilders.allocationOpened())
                .then(EventBuilders.offered("offer-1"))
                .then(EventBuilders.accepted("offer-1"))
                .then(EventBuilders.started("offer-1"))
                .then(ConcernRaised.newBuilder(EventSamples.some(ConcernRaised.class)))
                .then(EventBuilders.resubmitted(2))
                .then(EventBuilders.completed("offer-1"))
                .then(EventBuilders.withdrawn("FAMILY_MOVED"))
                .then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)))
                .then(ConcernRaised.newBuilder(EventSamples.some(ConcernRaised.class)));
    }
}
