package scot.fort.platform.messaging.contract;

import java.util.List;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;

/** The contract for consumers that keep a diary, good ones and bad ones. */
abstract class DiaryContract extends ConsumerContract {

    @Override
    protected String service() {
        return "diary";
    }

    @Override
    protected String collection() {
        return Diary.COLLECTION;
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return Diary.script(aboutReferral);
    }

    static BatchMessageListener<byte[], byte[]> sound(AggregateStores stores, Consumers consumers) {
        return consumers.consumer(
                stores.ofReferrals(Diary.COLLECTION, Diary.class, Diary::write, List.of()), Diary.reactions())::consume;
    }
}
