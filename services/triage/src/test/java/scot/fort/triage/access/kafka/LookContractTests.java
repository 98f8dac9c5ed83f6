package scot.fort.triage.access.kafka;

import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.access.RecordAccessed;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.contract.ConsumerContract;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.triage.access.mongo.LookStore;

class LookContractTests extends ConsumerContract {

    @Override
    protected String service() {
        return "triage";
    }

    @Override
    protected String collection() {
        return LookStore.COLLECTION;
    }

    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        return consumers.consumer(LookStore.in(stores), LookReactions.all())::consume;
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return EventScript.about(aboutReferral)
                .then(RecordAccessed.newBuilder(EventSamples.some(RecordAccessed.class)))
                .then(RecordAccessed.newBuilder(EventSamples.some(RecordAccessed.class)));
    }
}
