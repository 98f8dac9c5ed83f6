package scot.fort.platform.testing.indexes;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Listens to all that the driver sends, and says of which queries no declared index can find the documents. */
public final class IndexedQueries implements CommandListener {

    private static final BsonDocument ALL = new BsonDocument();

    private final Predicate<Thread> counts;
    private final Set<Query> queries = ConcurrentHashMap.newKeySet();
    private final Set<DeclaredIndex> indexes = ConcurrentHashMap.newKeySet();

    private IndexedQueries(Predicate<Thread> counts) {
        this.counts = counts;
    }

    /** All that is sent. */
    public static IndexedQueries all() {
        return new IndexedQueries(any -> true);
    }

    /** All that a service sends, but not what its tests look up themselves, on threads of their own. */
    public static IndexedQueries ofService() {
        return new IndexedQueries(
                thread -> !thread.getName().equals("main") && !thread.getName().startsWith("awaitility"));
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (event.getCommandName().equals("createIndexes")) {
            declare(command);
        } else if (counts.test(Thread.currentThread())) {
            add(event.getCommandName(), command);
        }
    }

    private void add(String name, BsonDocument command) {
        switch (name) {
            case "find" -> add(command, "find", "filter", command);
            case "count", "distinct", "findAndModify" -> add(command, name, "query", command);
            case "aggregate" -> addPipeline(command);
            case "update" -> addEach(command, "update", "updates");
            case "delete" -> addEach(command, "delete", "deletes");
            default -> {}
        }
    }

    /**
     * The queries that no index serves, in words.
     *
     * @param lookedAt fields that a document may be read for: nearly all that an index finds pass, or it finds few
     */
    public List<String> unserved(Set<String> lookedAt) {
        return unserved(lookedAt, Set.of());
    }

    /** @param small collections of which it is nothing to read all */
    public List<String> unserved(Set<String> lookedAt, Set<String> small) {
        return queries.stream()
                .filter(query -> !small.contains(query.collection()))
                .filter(query -> Stream.concat(indexes.stream(), Stream.of(DeclaredIndex.ofIds(query.collection())))
                        .noneMatch(index -> index.serves(query, lookedAt)))
                .map(Query::toString)
                .sorted()
                .toList();
    }

    /** How many different queries of a collection were sent. */
    public long count(String collection) {
        return queries.stream()
                .filter(query -> query.collection().equals(collection))
                .count();
    }

    private void declare(BsonDocument command) {
        String collection = command.getString("createIndexes").getValue();
        for (BsonValue index : command.getArray("indexes")) {
            indexes.add(DeclaredIndex.of(collection, index.asDocument()));
        }
    }

    private void addEach(BsonDocument command, String name, String parts) {
        for (BsonValue part : command.getArray(parts)) {
            add(command, name, "q", part.asDocument());
        }
    }

    private void add(BsonDocument command, String name, String filter, BsonDocument part) {
        add(
                command.getString(name).getValue(),
                name,
                part.getDocument(filter, ALL),
                part.getDocument("sort", ALL),
                part.containsKey("limit") || name.equals("findAndModify"));
    }

    /** Where a pipeline begins: what comes first decides what is read. */
    private void addPipeline(BsonDocument command) {
        BsonDocument filter = ALL;
        BsonDocument order = ALL;
        boolean limited = false;
        for (BsonValue stage : command.getArray("pipeline", new BsonArray())) {
            BsonDocument only = stage.asDocument();
            if (only.containsKey("$match") && filter.isEmpty() && order.isEmpty()) {
                filter = only.getDocument("$match");
            } else if (only.containsKey("$sort") && order.isEmpty()) {
                order = only.getDocument("$sort");
            } else {
                limited = only.containsKey("$limit");
                break;
            }
        }
        add(command.getString("aggregate").getValue(), "aggregate", filter, order, limited);
    }

    private void add(String collection, String name, BsonDocument filter, BsonDocument order, boolean limited) {
        Filter.of(filter).forEach(uses -> queries.add(new Query(collection, name, uses, Key.of(order), limited)));
    }
}
