package scot.fort.platform.messaging.aggregate;

import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;

/** Is told, after a write, which aggregates have something to send. */
public interface Wakeable {

    void wake(Collection<String> aggregateIds);

    /** The same of an aggregate that was stored for the first time. @param outbox all that it has to send */
    void wake(String aggregateId, List<BsonDocument> outbox);
}
