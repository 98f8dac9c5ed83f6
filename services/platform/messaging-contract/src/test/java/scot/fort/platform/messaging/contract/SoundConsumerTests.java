package scot.fort.platform.messaging.contract;

import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;

class SoundConsumerTests extends DiaryContract {

    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        return sound(stores, consumers);
    }
}
