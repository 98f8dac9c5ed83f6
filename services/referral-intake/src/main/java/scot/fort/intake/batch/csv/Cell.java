package scot.fort.intake.batch.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the text in a cell means. What it cannot mean stays text, which the rules of the referral then refuse. */
enum Cell {
    TEXT {
        @Override
        JsonNode of(String text) {
            return NODES.stringNode(text);
        }
    },
    /** In any case, since spreadsheets write TRUE; and as people write it. */
    YES_OR_NO {
        @Override
        JsonNode of(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "yes" -> NODES.booleanNode(true);
                case "false", "no" -> NODES.booleanNode(false);
                default -> TEXT.of(text);
            };
        }
    },
    NUMBER {
        @Override
        JsonNode of(String text) {
            String number = text.strip();
            return NUMERIC.matcher(number).matches() ? NODES.numberNode(Double.parseDouble(number)) : TEXT.of(text);
        }
    },
    /** Separated by semicolons. */
    LIST {
        @Override
        JsonNode of(String text) {
            ArrayNode list = NODES.arrayNode();
            Arrays.stream(text.split(";", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(list::add);
            return list;
        }
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern NUMERIC = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    /** @param text that is not blank */
    abstract JsonNode of(String text);

    /** For what the schema says of a member. */
    static Cell forType(@Nullable String type) {
        return switch (type) {
            case "boolean" -> YES_OR_NO;
            case "integer", "number" -> NUMBER;
            case "array" -> LIST;
            case null, default -> TEXT;
        };
    }
}
