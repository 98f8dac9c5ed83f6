package scot.fort.platform.testing.indexes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a query asks of which field. Conditions of which one suffices are only looked at, unless they are all that it asks:
 * then each is a query of its own.
 */
final class Filter {

    private static final Set<String> EXCLUSIONS = Set.of("$ne", "$nin");
    private static final Set<String> RANGES = Set.of("$gt", "$gte", "$lt", "$lte");

    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final List<BsonDocument> branches = new ArrayList<>();

    private Filter() {}

    /** One filter, or one for each of the conditions of which one suffices. */
    static List<Map<String, Use>> of(BsonDocument document) {
        Filter filter = new Filter();
        filter.add("", document);
        if (filter.uses.isEmpty() && !filter.branches.isEmpty()) {
            return filter.branches.stream()
                    .flatMap(branch -> of(branch).stream())
                    .toList();
        }
        filter.branches.forEach(filter::look);
        return List.of(filter.uses);
    }

    private void add(String within, BsonDocument document) {
        document.forEach((name, value) -> {
            switch (name) {
                case "$and" -> value.asArray().forEach(part -> add(within, part.asDocument()));
                case "$or" -> value.asArray().forEach(branch -> branches.add(branch.asDocument()));
                case "$nor" -> value.asArray().forEach(branch -> look(branch.asDocument()));
                default -> addField(within + name, value);
            }
        });
    }

    private void look(BsonDocument branch) {
        for (Map<String, Use> part : of(branch)) {
            part.keySet().forEach(field -> put(field, Use.LOOK));
        }
    }

    private void addField(String field, BsonValue value) {
        if (!value.isDocument() || !value.asDocument().keySet().stream().allMatch(name -> name.startsWith("$"))) {
            put(field, Use.ONE_VALUE);
            return;
        }
        value.asDocument().forEach((operator, operand) -> addOperator(field, operator, operand));
    }

    /** Documents that are left out by their ids are few. */
    private void addOperator(String field, String operator, BsonValue operand) {
        if (field.equals("_id") && EXCLUSIONS.contains(operator)) {
            return;
        }
        switch (operator) {
            case "$eq" -> put(field, Use.ONE_VALUE);
            case "$in" -> put(field, operand.asArray().size() == 1 ? Use.ONE_VALUE : Use.SOME_VALUES);
            case "$exists" -> put(field, operand.asBoolean().getValue() ? Use.RANGE : Use.LOOK);
            case "$not" -> put(field, isRange(operand) ? Use.RANGE : Use.LOOK);
            case "$elemMatch" -> addElement(field, operand.asDocument());
            default -> put(field, RANGES.contains(operator) ? Use.RANGE : Use.LOOK);
        }
    }

    private void addElement(String field, BsonDocument element) {
        boolean ofValues = element.keySet().stream().allMatch(name -> name.startsWith("$") && !name.equals("$and"));
        if (ofValues) {
            addField(field, element);
        } else {
            add(field + ".", element);
        }
    }

    private static boolean isRange(BsonValue negated) {
        return negated.isDocument() && RANGES.containsAll(negated.asDocument().keySet());
    }

    private void put(String field, Use use) {
        uses.merge(field, use, Use::stronger);
    }
}
