package scot.fort.timeline.history.kafka;

import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.contract.ConsumerContract;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.timeline.history.Stories;
import scot.fort.timeline.history.mongo.HistoryStore;

class HistoryContractTests extends ConsumerContract {

    @Override
    protected String service() {
        return "timeline";
    }

    @Override
    protected String collection() {
        return HistoryStore.COLLECTION;
    }

    @Override
    protected CodecRegistry codecs() {
        return HistoryStore.codecs();
    }

    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        return consumers.consumer(HistoryStore.in(stores), HistoryReactions.all())::consume;
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return Stories.erasedInTheEnd(aboutReferral);
    }

    /** Byte for byte, the order of fields included. */
    @Override
    protected Object comparable(BsonDocument state) {
        return new RawBsonDocument(state, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
    }
}
