package scot.fort.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import scot.fort.openapi.Words.AnswerWords;
import scot.fort.openapi.Words.OperationWords;
import scot.fort.platform.web.problem.ProblemCode;
import scot.fort.platform.web.security.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Completes what springdoc says of an operation. */
final class OperationWriter {

    private static final List<String> OF_EVERY_REQUEST = List.of("X-Request-Id", "X-Correlation-Id");

    /** Of an operation's members; what else springdoc says of it, we do not. */
    private static final List<String> ORDER =
            List.of("operationId", "summary", "description", "security", "parameters", "requestBody", "responses");

    private final ObjectNode operation;
    private final OperationFacts facts;
    private final OperationWords words;

    OperationWriter(ObjectNode operation, OperationFacts facts, OperationWords words) {
        this.operation = operation;
        this.facts = facts;
        this.words = words;
    }

    void write(ParameterWords parameterWords, RequestSchemas schemas) {
        operation.put("operationId", words.id());
        operation.put("summary", words.summary());
        if (words.description() != null) {
            operation.put("description", words.description().strip());
        }
        security();
        parameters(parameterWords);
        body(schemas);
        answers();
        problems();
        new ExampleWriter(operation).write(words.examples());
        arrange();
    }

    private void arrange() {
        ObjectNode arranged = operation.objectNode();
        ORDER.stream().filter(operation::has).forEach(member -> arranged.set(member, operation.get(member)));
        operation.removeAll().setAll(arranged);
    }

    private void security() {
        ArrayNode security = operation.putArray("security");
        if (facts.roles().isEmpty()) {
            security.addObject().putArray("token");
        }
        facts.roles().stream()
                .map(Role::name)
                .forEach(role -> security.addObject().putArray("token").add(role));
    }

    private void parameters(ParameterWords parameterWords) {
        ArrayNode parameters = operation.withArray("parameters");
        if (facts.takesPages()) {
            parameters.addObject().put("name", "cursor").put("in", "query");
            parameters.addObject().put("name", "limit").put("in", "query");
        }
        if (facts.needsVersion()) {
            parameters
                    .addObject()
                    .put("name", HttpHeaders.IF_MATCH)
                    .put("in", "header")
                    .put("required", true);
        }
        parameters.forEach(parameter -> parameterWords.addTo((ObjectNode) parameter));
        OF_EVERY_REQUEST.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
    }

    private void body(RequestSchemas schemas) {
        Class<?> type = facts.bodyType();
        if (type != null) {
            ObjectNode body = operation.putObject("requestBody");
            body.put("required", facts.bodyIsRequired());
            body.withObject("content").withObject("application/json").set("schema", schemas.reference(type));
        }
        words.requests().forEach((media, schema) -> operation
                .withObject("requestBody")
                .put("required", true)
                .withObject("content")
                .withObject(media)
                .set("schema", schema));
    }

    private void answers() {
        operation.withObject("responses").properties().forEach(entry -> {
            AnswerWords answer = words.answers().get(entry.getKey());
            ObjectNode response = (ObjectNode) entry.getValue();
            if (answer == null) {
                response.put(
                        "description",
                        HttpStatus.valueOf(Integer.parseInt(entry.getKey())).getReasonPhrase() + ".");
            }
            if (answer != null && answer.schema() != null) {
                response.withObject("content")
                        .withObject(answer.media() == null ? "application/json" : answer.media())
                        .set("schema", answer.schema());
            }
            Stream<String> own = answer == null ? Stream.of() : answer.headers().stream();
            headers(response, Stream.concat(own, OF_EVERY_REQUEST.stream()));
        });
    }

    private void problems() {
        Map<Integer, List<ProblemCode>> byStatus = Stream.concat(
                        facts.problems().stream(), words.problems().stream().map(ProblemCode::of))
                .distinct()
                .sorted()
                .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach(
                (status, codes) -> operation.withObject("responses").set(Integer.toString(status), problem(codes)));
    }

    private static ObjectNode problem(List<ProblemCode> codes) {
        ObjectNode response = JsonMapper.shared().createObjectNode();
        response.put(
                "description",
                codes.stream()
                        .map(code -> "`" + code.code() + "`: " + code.title() + ".")
                        .collect(Collectors.joining(" ")));
        headers(response, Stream.concat(own(codes.getFirst()), OF_EVERY_REQUEST.stream()));
        response.withObject("content")
                .withObject("application/problem+json")
                .withObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        ArrayNode allowed = response.putArray(SharedProblems.CODES);
        codes.forEach(code -> allowed.add(code.code()));
        return response;
    }

    private static Stream<String> own(ProblemCode code) {
        return switch (code) {
            case UNAUTHORIZED -> Stream.of("WWW-Authenticate");
            case BUSY, UNAVAILABLE -> Stream.of("Retry-After");
            default -> Stream.of();
        };
    }

    private static void headers(ObjectNode response, Stream<String> names) {
        ObjectNode headers = response.putObject("headers");
        names.forEach(name -> headers.putObject(name).put("$ref", "#/components/headers/" + name));
    }
}
