package scot.fort.platform.testing.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

/** A description in OpenAPI 3.1: what it shows as examples, and what it promises of answers. */
public final class ApiDescription {

    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final DescribedValues values;

    public ApiDescription(JsonNode document) {
        this.document = document;
        this.values = new DescribedValues(document);
    }

    /** All operations, as {@code GET /v1/referrals}. */
    public List<String> operations() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    /** All examples, in the order in which they stand. */
    public List<ApiExample> examples() {
        return operations().stream()
                .flatMap(operation -> new ExampleReader(operation, operation(operation), values).examples())
                .toList();
    }

    /**
     * What an answer has that its description does not promise, or the other way round; empty when the two agree.
     *
     * @param operation as {@code GET /v1/referrals}
     */
    public List<String> faults(String operation, Answer answer) {
        JsonNode response =
                values.resolved(operation(operation).path("responses").path(Integer.toString(answer.status())));
        if (response.isMissingNode()) {
            return List.of("the status " + answer.status() + " is not described");
        }
        List<String> faults = new ArrayList<>(missingHeaders(response, answer).toList());
        String media = answer.header("Content-Type").replaceAll(";.*", "");
        JsonNode content = response.path("content");
        if (content.isEmpty() && media.isEmpty()) {
            return faults;
        }
        if (!content.has(media)) {
            faults.add("the media type '" + media + "' is not described");
            return faults;
        }
        faults.addAll(values.faults(content.get(media).path("schema"), media, answer.body()));
        if (media.equals(PROBLEM)
                && response.path("x-codes").valueStream().noneMatch(code -> code.stringValue()
                        .equals(answer.text("code")))) {
            faults.add("the code " + answer.text("code") + " is not described");
        }
        return faults;
    }

    /** What is wrong with the values of the examples themselves; a request that is refused need not fit. */
    public List<String> faultsOfExamples() {
        return operations().stream()
                .flatMap(operation -> new ExampleReader(operation, operation(operation), values).faults())
                .toList();
    }

    private Stream<String> missingHeaders(JsonNode response, Answer answer) {
        return response.path("headers").properties().stream()
                .filter(header ->
                        values.resolved(header.getValue()).path("required").asBoolean(false))
                .filter(header -> answer.header(header.getKey()).isEmpty())
                .map(header -> "the header " + header.getKey() + " is not there");
    }

    private JsonNode operation(String operation) {
        String[] methodAndPath = operation.split(" ", 2);
        return document.path("paths").path(methodAndPath[1]).path(methodAndPath[0].toLowerCase(Locale.ROOT));
    }
}
