package scot.fort.allocation.allocation.kafka;

import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.allocation.allocation.mongo.AllocationStore;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.contract.ConsumerContract;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;

class AllocationContractTests extends ConsumerContract {

    @Override
    protected String service() {
        return "allocation";
    }

    @Override
    protected String collection() {
        return AllocationStore.COLLECTION;
    }

    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        return consumers.consumer(AllocationStore.in(stores), AllocationReactions.all())::consume;
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return EventScript.about(aboutReferral)
                .then(EventBuilders.received())
                .then(EventBuilders.screeningOpened(Priority.AMBER))
                .then(EventBuilders.claimed("kim"))
                .then(EventBuilders.informationRequested(1))
                .then(EventBuilders.informationAdded(1))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT))
                .then(ConsentChanged.newBuilder(EventSamples.some(ConsentChanged.class))
                        .setGiven(false))
                .then(EventBuilders.reopened(2, 1))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT)
                        .setRound(2))
                .then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)));
    }
}
