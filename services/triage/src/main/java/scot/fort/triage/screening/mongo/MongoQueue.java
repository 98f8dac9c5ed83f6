package scot.fort.triage.screening.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.triage.screening.Queue;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/**
 * The queue in MongoDB. An index gives every status in the order of the queue, so a page is a merge of a few scans, and it
 * holds what else may be asked for, but for wards and grants, of which there are several.
 */
final class MongoQueue implements Queue {

    static final String STATUS = "state.place.status";
    private static final String RANK = "state.place.rank";
    static final String DUE_AT = "state.place.dueAt";
    private static final String RECEIVED_AT = "state.place.receivedAt";
    static final String FREE_AT = "state.place.freeAt";
    private static final String NEXT_ALARM_AT = "state.place.nextAlarmAt";
    private static final String ERASED = "state.erased";
    static final String PRIORITY = "state.rating.priority";
    private static final String LANE = "state.receipt.lane";
    static final String SCREENER = "state.lease.screener";
    private static final String ID = "_id";
    private static final Bson ORDER = Sorts.ascending(RANK, DUE_AT, RECEIVED_AT, ID);

    static final List<IndexModel> INDEXES = List.of(
            new IndexModel(Indexes.ascending(STATUS, RANK, DUE_AT, RECEIVED_AT, ID, FREE_AT, ERASED, PRIORITY, LANE)),
            new IndexModel(Indexes.ascending(STATUS, NEXT_ALARM_AT, ID)),
            new IndexModel(Indexes.ascending(SCREENER, STATUS, RANK, DUE_AT, RECEIVED_AT, ID, FREE_AT, PRIORITY, LANE)),
            MongoWorkloads.INDEX,
            MongoDuplicates.INDEX);

    private final AggregateStore<Screening, ScreeningEvent> screenings;

    MongoQueue(AggregateStore<Screening, ScreeningEvent> screenings) {
        this.screenings = screenings;
    }

    @Override
    public List<Aggregate<Screening>> list(QueueQuery query, Instant at, @Nullable After after, int limit) {
        List<Bson> filters = filters(query, at);
        String assignee = query.assignee();
        if (assignee != null) {
            filters.add(eq(SCREENER, assignee));
            filters.add(gt(FREE_AT, Date.from(at)));
        }
        if (after != null) {
            filters.add(behind(after));
        }
        return screenings.list(and(filters), ORDER, limit);
    }

    @Override
    public List<Aggregate<Screening>> free(QueueQuery query, Instant at, int limit) {
        List<Bson> filters = filters(query, at);
        filters.add(lte(FREE_AT, Date.from(at)));
        filters.add(eq(ERASED, false));
        return screenings.list(and(filters), ORDER, limit);
    }

    /** Also what was stored before there were alarms, which says nothing of the next. */
    @Override
    public List<Aggregate<Screening>> alarming(Instant at, int limit) {
        return screenings.list(
                and(in(STATUS, names(Screening.IN_QUEUE)), not(gt(NEXT_ALARM_AT, Date.from(at)))),
                Sorts.ascending(NEXT_ALARM_AT, ID),
                limit);
    }

    private static List<Bson> filters(QueueQuery query, Instant at) {
        List<Bson> filters = new ArrayList<>();
        filters.add(in(STATUS, names(query.statuses())));
        addUnlessEmpty(filters, PRIORITY, names(query.priorities()));
        addUnlessEmpty(filters, LANE, names(query.lanes()));
        addUnlessEmpty(filters, "state.receipt.children.ward", query.wards());
        filters.add(MongoScreenings.visibleTo(query.reader(), at));
        return filters;
    }

    private static void addUnlessEmpty(List<Bson> filters, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            filters.add(in(field, values));
        }
    }

    static List<String> names(Collection<? extends Enum<?>> codes) {
        return codes.stream().<String>map(Enum::name).toList();
    }

    private static Bson behind(After last) {
        Bson sameRank = eq(RANK, last.rank());
        Bson sameDue = eq(DUE_AT, Date.from(last.dueAt()));
        Bson sameReceipt = eq(RECEIVED_AT, Date.from(last.receivedAt()));
        return or(
                gt(RANK, last.rank()),
                and(sameRank, gt(DUE_AT, Date.from(last.dueAt()))),
                and(sameRank, sameDue, gt(RECEIVED_AT, Date.from(last.receivedAt()))),
                and(sameRank, sameDue, sameReceipt, gt(ID, last.id())));
    }
}
