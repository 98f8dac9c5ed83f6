package scot.fort.platform.testing.indexes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;

/**
 * An index that a service has asked for. It serves a query by the rule of equality, sort, range: its first fields are
 * those of which the query wants certain values, then come those of the order, so that nothing is sorted, and all else that
 * the query asks is about its later fields, so that no document is read in vain.
 */
record DeclaredIndex(String collection, List<Key> keys, boolean unique, boolean sparse) {

    private static final Key ID = new Key("_id", false);

    static DeclaredIndex of(String collection, BsonDocument index) {
        return new DeclaredIndex(
                collection,
                Key.of(index.getDocument("key")),
                index.getBoolean("unique", BsonBoolean.FALSE).getValue(),
                index.getBoolean("sparse", BsonBoolean.FALSE).getValue());
    }

    /** The one that every collection has. */
    static DeclaredIndex ofIds(String collection) {
        return new DeclaredIndex(collection, List.of(ID), true, false);
    }

    /** @param lookedAt fields that a document may be read for, since nearly all pass or few are left */
    boolean serves(Query query, Set<String> lookedAt) {
        if (!collection.equals(query.collection()) || sparse && !isOfThoseInIt(query)) {
            return false;
        }
        int certain = 0;
        while (certain < keys.size() && isEquality(query, keys.get(certain))) {
            certain++;
        }
        if (unique && certain == keys.size()) {
            return true;
        }
        int sorted = sortedUpTo(query, certain);
        return sorted >= 0
                && (certain > 0 || beginsWithRange(query) || isReadInOrder(query, sorted))
                && missing(query, lookedAt).isEmpty();
    }

    private static boolean isEquality(Query query, Key key) {
        Use use = query.filter().get(key.field());
        return use != null && use.isEquality();
    }

    /** A sparse one holds only what has one of its fields. */
    private boolean isOfThoseInIt(Query query) {
        return keys.stream()
                .map(key -> query.filter().getOrDefault(key.field(), Use.LOOK))
                .anyMatch(use -> use != Use.LOOK);
    }

    private boolean beginsWithRange(Query query) {
        return query.filter().get(keys.getFirst().field()) == Use.RANGE;
    }

    private static boolean isReadInOrder(Query query, int sorted) {
        return sorted > 0 && query.limited();
    }

    /** How many of its fields stand before those that give no order; negative where it does not give the order. */
    private int sortedUpTo(Query query, int certain) {
        int at = certain;
        Boolean backwards = null;
        for (Key wanted : query.order()) {
            if (query.filter().get(wanted.field()) == Use.ONE_VALUE) {
                continue;
            }
            if (at == keys.size() || !keys.get(at).field().equals(wanted.field())) {
                return -1;
            }
            boolean turned = keys.get(at).descending() != wanted.descending();
            if (backwards != null && backwards != turned) {
                return -1;
            }
            backwards = turned;
            at++;
        }
        return at;
    }

    private Set<String> missing(Query query, Set<String> lookedAt) {
        Set<String> missing = new HashSet<>(query.filter().keySet());
        keys.forEach(key -> missing.remove(key.field()));
        missing.removeAll(lookedAt);
        return missing;
    }
}
