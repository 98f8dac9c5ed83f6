package scot.fort.platform.testing.indexes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query in all that concerns an index.
 *
 * @param limited whether it ends before all is read
 */
record Query(String collection, String command, Map<String, Use> filter, List<Key> order, boolean limited) {

    Query {
        filter = Map.copyOf(filter);
        order = List.copyOf(order);
    }

    @Override
    public String toString() {
        String asked = filter.entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        return command + " " + collection + " by {" + asked + "} in the order of " + order;
    }
}
