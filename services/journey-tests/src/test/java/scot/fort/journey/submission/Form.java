package scot.fort.journey.submission;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways to write the same JSON, all with one canonical form. */
enum Form {
    PLAIN {
        @Override
        String write(ObjectNode body) {
            return body.toString();
        }
    },
    BACKWARDS {
        @Override
        String write(ObjectNode body) {
            return backwards(body).toString();
        }
    },
    SPACED {
        @Override
        String write(ObjectNode body) {
            return "\r\n\t" + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n ";
        }
    },
    ESCAPED {
        @Override
        String write(ObjectNode body) {
            return escaped(body.toString());
        }
    },
    OTHER_NUMBERS {
        @Override
        String write(ObjectNode body) {
            return body.toString()
                    .replaceAll(":(\\d)(\\d)([,}])", ":$1.$20E+1$3")
                    .replaceAll(":(\\d)([,}])", ":$1.0$2")
                    .replaceAll(":0\\.(\\d)([,}])", ":$1e-1$2");
        }
    },
    WITH_NULLS {
        @Override
        String write(ObjectNode body) {
            return body.toString().replaceFirst("\\{", "{\"views\":null,");
        }
    };

    private static final JsonMapper JSON = new JsonMapper();

    /** @param body without quotes or backslashes in its texts */
    abstract String write(ObjectNode body);

    private static JsonNode backwards(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
                Collections.reverse(members);
                ObjectNode reversed = JSON.createObjectNode();
                members.forEach(member -> reversed.set(member.getKey(), backwards(member.getValue())));
                yield reversed;
            }
            case ArrayNode array -> {
                ArrayNode same = JSON.createArrayNode();
                array.forEach(item -> same.add(backwards(item)));
                yield same;
            }
            default -> node;
        };
    }

    /** Every letter of every name and text as its number. */
    private static String escaped(String json) {
        StringBuilder escaped = new StringBuilder();
        boolean inText = false;
        for (char each : json.toCharArray()) {
            inText ^= each == '"';
            escaped.append(inText && each != '"' ? "\\u%04x".formatted((int) each) : each);
        }
        return escaped.toString();
    }
}
