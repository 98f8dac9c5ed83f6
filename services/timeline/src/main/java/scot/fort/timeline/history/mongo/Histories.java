package scot.fort.timeline.history.mongo;

import com.mongodb.MongoClientSettings;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.timeline.history.History;

/** Where histories are kept: found by referral, and never the origin of an event. */
public final class Histories {

    /** Name of the collection. */
    public static final String COLLECTION = "histories";

    private Histories() {}

    public static AggregateStore<History, Void> in(AggregateStores stores) {
        return stores.ofReferrals(COLLECTION, History.class, EventWriter.none(), List.of());
    }

    /** What the driver needs beyond its own codecs. */
    public static CodecRegistry codecs() {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(new DetailsCodec()), MongoClientSettings.getDefaultCodecRegistry());
    }
}
