package scot.fort.platform.testing.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.testing.openapi.ApiExample.Parameter;
import tools.jackson.databind.JsonNode;

/** Reads the examples of an operation; the values of one call and its answer have the same name at their places. */
final class ExampleReader {

    private final String method;
    private final String path;
    private final JsonNode operation;
    private final DescribedValues values;

    ExampleReader(String methodAndPath, JsonNode operation, DescribedValues values) {
        this.method = methodAndPath.substring(0, methodAndPath.indexOf(' '));
        this.path = methodAndPath.substring(methodAndPath.indexOf(' ') + 1);
        this.operation = operation;
        this.values = values;
    }

    /** In the order of the requests, so that what one leaves behind is there for the next. */
    Stream<ApiExample> examples() {
        List<ApiExample> answered = operation.path("responses").properties().stream()
                .flatMap(this::answered)
                .toList();
        List<String> asked = operation
                .path("requestBody")
                .path("content")
                .valueStream()
                .flatMap(content -> content.path("examples").propertyNames().stream())
                .toList();
        return answered.stream().sorted(Comparator.comparing(example -> asked.indexOf(example.name())));
    }

    Stream<String> faults() {
        return examples().flatMap(this::faults);
    }

    private Stream<ApiExample> answered(Entry<String, JsonNode> described) {
        int status = Integer.parseInt(described.getKey());
        JsonNode response = described.getValue();
        Stream<ApiExample> empty =
                response.path("x-examples").valueStream().map(name -> example(name.stringValue(), status, null));
        Stream<ApiExample> full = response.path("content")
                .valueStream()
                .flatMap(content -> content.path("examples").properties().stream())
                .map(answer ->
                        example(answer.getKey(), status, answer.getValue().get("value")));
        return Stream.concat(empty, full);
    }

    private ApiExample example(String name, int status, @Nullable JsonNode answer) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = values.resolved(each);
            JsonNode value = parameter.path("examples").path(name).path("value");
            if (!value.isMissingNode()) {
                parameters.add(new Parameter(
                        parameter.get("name").stringValue(), parameter.get("in").stringValue(), value.asString()));
            }
        }
        return operation.path("requestBody").path("content").properties().stream()
                .filter(content -> content.getValue().path("examples").has(name))
                .map(content -> example(
                        name,
                        parameters,
                        content.getKey(),
                        content.getValue().path("examples").path(name).get("value"),
                        status,
                        answer))
                .findFirst()
                .orElseGet(() -> example(name, parameters, "", null, status, answer));
    }

    private ApiExample example(
            String name,
            List<Parameter> parameters,
            String media,
            @Nullable JsonNode request,
            int status,
            @Nullable JsonNode answer) {
        List<String> roles = operation
                .path("security")
                .valueStream()
                .flatMap(way -> way.path("token").valueStream())
                .map(JsonNode::stringValue)
                .toList();
        return new ApiExample(name, method, path, roles, parameters, media, request, status, answer);
    }

    private Stream<String> faults(ApiExample example) {
        JsonNode response = values.resolved(operation.path("responses").path(Integer.toString(example.status())));
        Stream<String> ofAnswer =
                response.path("content").properties().stream().flatMap(content -> faults(content, example.answer()));
        Stream<String> ofRequest = example.status() >= 400
                ? Stream.of()
                : operation.path("requestBody").path("content").properties().stream()
                        .filter(content -> content.getKey().equals(example.media()))
                        .flatMap(content -> faults(content, example.request()));
        return Stream.concat(ofRequest, ofAnswer).map(fault -> example + ": " + fault);
    }

    private Stream<String> faults(Entry<String, JsonNode> content, @Nullable JsonNode value) {
        if (value == null) {
            return Stream.of();
        }
        String media = content.getKey();
        String body = value.isString() ? value.stringValue() : value.toString();
        return values.faults(content.getValue().path("schema"), media, body).stream();
    }
}
