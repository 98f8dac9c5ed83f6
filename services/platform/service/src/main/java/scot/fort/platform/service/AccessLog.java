package scot.fort.platform.service;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.access.RecordAccessed;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.Subject;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;

/**
 * Who read which record. What cannot be logged is not shown: an answer leaves after the log is written. So there may be an
 * entry of an answer that never left, but no answer without an entry.
 */
public final class AccessLog {

    private final AggregateStore<Access, Access> accesses;
    private final Ids ids;

    AccessLog(AggregateStores stores, Ids ids) {
        this.accesses = stores.of(
                "accesses",
                Access.class,
                AccessLog::write,
                (id, access) -> new Subject(id, access.referralId()),
                List.of());
        this.ids = ids;
    }

    /**
     * To be called before content leaves, and before anything is written that would stand although it does not.
     *
     * @param operation what was called, for example {@code timeline}
     * @throws RuntimeException when the log cannot be written; the caller is to hear 503
     */
    public void record(Caller caller, RequestContext context, String referralId, String operation, Purpose purpose) {
        record(caller, context, new Access(referralId, operation, purpose, Grant.Kind.GRANTED));
    }

    /** The same where it matters how the caller came to see it. */
    public void record(Caller caller, RequestContext context, Access access) {
        if (!accesses.insert(ids.next(), access, List.of(access), Causes.of(caller, context))) {
            throw new AccessNotLoggedException();
        }
    }

    private static SpecificRecord write(Access access, EventMetadata metadata) {
        return RecordAccessed.newBuilder()
                .setMetadata(metadata)
                .setOperation(access.operation())
                .setPurpose(access.purpose().name())
                .setOutcome(access.outcome().name())
                .build();
    }
}
