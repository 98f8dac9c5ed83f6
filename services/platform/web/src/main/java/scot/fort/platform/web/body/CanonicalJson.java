package scot.fort.platform.web.body;

import java.nio.ByteBuffer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * By what bodies are compared: two have the same bytes exactly when their RFC 8785 forms are the same, with one difference.
 * The RFC takes all numbers for doubles; here one that no double keeps stands for itself. Bodies without such a form, since
 * they hold half of a character, are compared all the same, for refused ones are too.
 */
public final class CanonicalJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private CanonicalJson() {}

    /** @param tree whose numbers have one form, as that of every checked body */
    public static byte[] bytes(JsonNode tree) {
        return units(SORTED.writeValueAsString(isPlain(tree) ? tree : exact(tree)));
    }

    /** UTF-16 as it is: an encoder would put the same mark for every half of a character. */
    private static byte[] units(String text) {
        var bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    private static boolean isPlain(JsonNode node) {
        if (node.isContainer()) {
            for (var element : node) {
                if (!isPlain(element)) {
                    return false;
                }
            }
            return true;
        }
        return !node.isNumber() || node.isInt() || Numbers.isInRange(node) && Numbers.isKeptByDouble(node);
    }

    private static JsonNode exact(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var result = NODES.objectNode();
                object.properties().forEach(member -> result.set(member.getKey(), exact(member.getValue())));
                yield result;
            }
            case ArrayNode array -> {
                var result = NODES.arrayNode(array.size());
                array.forEach(element -> result.add(exact(element)));
                yield result;
            }
            case JsonNode number
            when !isPlain(number) && Numbers.isInRange(number) ->
                NODES.rawValueNode(new RawValue(Numbers.exact(number)));
            default -> node;
        };
    }
}
