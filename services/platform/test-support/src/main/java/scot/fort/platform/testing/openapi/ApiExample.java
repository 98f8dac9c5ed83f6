package scot.fort.platform.testing.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call and its answer, as a description shows them.
 *
 * @param name what the parts of the example are called, unique within its operation
 * @param method in capitals
 * @param path as a template, {@code /v1/referrals/{id}}
 * @param roles any of them suffices; empty where every caller may
 * @param parameters those of the call, wherever they belong
 * @param media of the request, without content empty
 * @param request absent without content
 * @param answer absent without content
 */
public record ApiExample(
        String name,
        String method,
        String path,
        List<String> roles,
        List<Parameter> parameters,
        String media,
        @Nullable JsonNode request,
        int status,
        @Nullable JsonNode answer) {

    /** @param in {@code path}, {@code query} or {@code header} */
    public record Parameter(String name, String in, String value) {}

    /** The parameters that belong at one place, by name. */
    public Map<String, String> parametersIn(String place) {
        Map<String, String> found = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> parameter.in().equals(place))
                .forEach(parameter -> found.put(parameter.name(), parameter.value()));
        return found;
    }

    @Override
    public String toString() {
        return method + " " + path + " " + name;
    }
}
