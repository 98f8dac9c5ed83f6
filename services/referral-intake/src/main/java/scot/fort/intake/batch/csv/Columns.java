package scot.fort.intake.batch.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All columns: one for each member in the schema of a referral, so that a new member has one too. */
public final class Columns {

    private static final String FOLDER = "/requests/";
    private static final String EXTENSIONS = "extensions";
    private static final Pattern EXTENSION = Pattern.compile(EXTENSIONS + "\\.([A-Za-z0-9_-]{1,40})");

    /** A list with a column for every entry, since a line of an address may hold the semicolon that separates other lists. */
    private static final String LINES = "lines";

    private static final int CHILDREN_SHOWN = 3;
    private static final int ADULTS_SHOWN = 2;
    private static final int CONCERNS_SHOWN = 3;

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Column> byName = new LinkedHashMap<>();

    /** Reads the schema. */
    public Columns() {
        put(Column.KEY);
        members(schema("referral-form.schema.json"), List.of());
    }

    /** The column of this name. Whatever a sender calls an extension has one. */
    Optional<Column> named(String name) {
        var extension = EXTENSION.matcher(name);
        return extension.matches()
                ? Optional.of(new Column(List.of(EXTENSIONS, extension.group(1)), Cell.TEXT))
                : Optional.ofNullable(byName.get(name));
    }

    /** Its place among all columns, as the schema orders them; extensions come last. */
    int order(Column column) {
        int order = List.copyOf(byName.keySet()).indexOf(column.name());
        return order < 0 ? Integer.MAX_VALUE : order;
    }

    /** A header to begin with: for as many children, adults and concerns as most referrals have. */
    public String template() {
        return String.join(
                        ",",
                        byName.values().stream()
                                .filter(Columns::isShown)
                                .map(Column::name)
                                .toList()) + "\r\n";
    }

    /** All names, but for those of extensions. */
    Stream<String> names() {
        return byName.keySet().stream();
    }

    private static boolean isShown(Column column) {
        return switch (column.path().getFirst()) {
            case "children" -> number(column) <= CHILDREN_SHOWN;
            case "adults" -> number(column) <= ADULTS_SHOWN;
            case "concerns" -> number(column) <= CONCERNS_SHOWN;
            default -> true;
        };
    }

    private static int number(Column column) {
        return Integer.parseInt(column.path().get(1));
    }

    private void members(JsonNode schema, List<String> path) {
        schema.path("properties")
                .properties()
                .forEach(member -> member(resolved(member.getValue()), and(path, member.getKey())));
    }

    private void member(JsonNode schema, List<String> path) {
        String type = schema.path("type").stringValue(null);
        JsonNode items = resolved(schema.path("items"));
        if (items.has("properties") || path.getLast().equals(LINES)) {
            for (int number = 1; number <= schema.path("maxItems").intValue(); number++) {
                member(items, and(path, Integer.toString(number)));
            }
        } else if ("object".equals(type)) {
            members(schema, path);
        } else {
            put(new Column(path, Cell.forType(type)));
        }
    }

    private void put(Column column) {
        byName.put(column.name(), column);
    }

    private JsonNode resolved(JsonNode schema) {
        String file = schema.path("$ref").stringValue(null);
        return file == null ? schema : schema(file);
    }

    private JsonNode schema(String file) {
        try (InputStream in = Columns.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no schema " + file);
            }
            return json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> and(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
