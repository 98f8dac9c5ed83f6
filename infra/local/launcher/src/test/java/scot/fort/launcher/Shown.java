package scot.fort.launcher;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares an answer with the one that a guide shows, where {@code …} stands for what differs each time. */
final class Shown {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANYTHING = "…";

    private Shown() {}

    /** Whether all that is shown is there, and as it is shown; an answer may hold more. */
    static boolean isIn(Guide.Done done) {
        return switch (done.step().form()) {
            case "json" -> isIn(JSON.readTree(done.step().shown()), answer(done.said()));
            case "text" ->
                areIn(done.step().shown().lines().toList(), done.said().lines().toList());
            default -> true;
        };
    }

    private static JsonNode answer(String said) {
        try {
            return JSON.readTree(said);
        } catch (JacksonException noJson) {
            return JSON.missingNode();
        }
    }

    private static boolean areIn(List<String> shown, List<String> said) {
        return shown.size() == said.size()
                && IntStream.range(0, shown.size()).allMatch(line -> matches(shown.get(line), said.get(line)));
    }

    private static boolean isIn(JsonNode shown, JsonNode said) {
        if (shown.isObject()) {
            return shown.propertyStream()
                    .allMatch(
                            member -> said.has(member.getKey()) && isIn(member.getValue(), said.get(member.getKey())));
        }
        if (shown.isArray()) {
            return said.isArray()
                    && (shown.isEmpty()
                            ? said.isEmpty()
                            : shown.valueStream()
                                    .allMatch(item -> said.valueStream().anyMatch(each -> isIn(item, each))));
        }
        if (shown.isString() && shown.stringValue().equals(ANYTHING)) {
            return said.isString() || said.isNumber();
        }
        return shown.isString()
                ? said.isString() && matches(shown.stringValue(), said.stringValue())
                : shown.equals(said);
    }

    private static boolean matches(String shown, String said) {
        String pattern = Pattern.quote(shown.strip()).replace(ANYTHING, "\\E.*\\Q");
        return Pattern.compile(pattern, Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
                .matcher(said.strip())
                .matches();
    }
}
