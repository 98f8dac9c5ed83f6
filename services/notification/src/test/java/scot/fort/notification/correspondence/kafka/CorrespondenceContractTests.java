package scot.fort.notification.correspondence.kafka;

import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.triage.GlassBroken;
import scot.fort.events.triage.ScreeningAtRisk;
import scot.fort.events.triage.ScreeningBreached;
import scot.fort.notification.correspondence.mongo.CorrespondenceStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.contract.ConsumerContract;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;

class CorrespondenceContractTests extends ConsumerContract {

    @Override
    protected String service() {
        return "notification";
    }

    @Override
    protected String collection() {
        return CorrespondenceStore.COLLECTION;
    }

    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        return consumers.consumer(CorrespondenceStore.in(stores), CorrespondenceReactions.all())::consume;
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return EventScript.about(aboutReferral)
                .then(EventBuilders.received())
                .then(EventBuilders.informationRequested(1))
                .then(EventBuilders.informationAdded(1))
                .then(ScreeningAtRisk.newBuilder(EventSamples.some(ScreeningAtRisk.class)))
                .then(ScreeningBreached.newBuilder(EventSamples.some(ScreeningBreached.class)))
                .then(GlassBroken.newBuilder(EventSamples.some(GlassBroken.class)))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT))
                .then(EventBuilders.allocationOpened())
                .then(EventBuilders.offered("offer-1"))
                .then(ConsentChanged.newBuilder(EventSamples.some(ConsentChanged.class)))
                .then(EventBuilders.accepted("offer-1"))
                .then(EventBuilders.started("offer-1"))
                .then(EventBuilders.completed("offer-1"))
                .then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)))
                .then(EventBuilders.offered("offer-2"));
    }

    /** Messages are queued in the order in which their reasons are heard. */
    @Override
    protected boolean isOrderIndependent() {
        return false;
    }
}
