package scot.fort.platform.testing.indexes;

import java.util.List;
import org.bson.BsonDocument;

/** A field of an index, or of the order that a query asks for. */
record Key(String field, boolean descending) {

    static List<Key> of(BsonDocument keys) {
        return keys.entrySet().stream()
                .map(key -> new Key(
                        key.getKey(),
                        key.getValue().isNumber() && key.getValue().asNumber().intValue() < 0))
                .toList();
    }

    @Override
    public String toString() {
        return descending ? field + " descending" : field;
    }
}
