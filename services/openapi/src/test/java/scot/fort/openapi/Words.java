package scot.fort.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people say about a service's interface, from {@code words/<service>.yaml}.
 *
 * @param parameters more about parameters, by their names: a sentence, or members of the parameter object
 * @param operations by call, {@code GET /v1/referrals/{id}}
 * @param components further schemas, by name
 * @param schemas more about members of answers, by schema and member: a sentence, or keywords of the member's schema
 */
record Words(
        String title,
        String description,
        String server,
        Map<String, JsonNode> parameters,
        Map<String, OperationWords> operations,
        Map<String, JsonNode> components,
        Map<String, Map<String, JsonNode>> schemas) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Words {
        parameters = orEmpty(parameters);
        operations = orEmpty(operations);
        components = orEmpty(components);
        schemas = orEmpty(schemas);
    }

    /**
     * About one operation.
     *
     * @param id what generated clients call it; never changes
     * @param answers by status; without any, 200 with what the method returns
     * @param requests schemas of bodies by media type, where the method reads them itself
     * @param problems codes of refusals that the method's signature does not tell
     * @param examples by name; each is a call and its answer
     */
    record OperationWords(
            String id,
            String summary,
            @Nullable String description,
            Map<String, JsonNode> requests,
            Map<String, AnswerWords> answers,
            List<String> problems,
            Map<String, ExampleWords> examples) {

        OperationWords {
            requests = orEmpty(requests);
            answers = orEmpty(answers);
            problems = problems == null ? List.of() : List.copyOf(problems);
            examples = orEmpty(examples);
        }
    }

    /**
     * About an answer that is no refusal.
     *
     * @param type name of the answer's class where the method does not return it; {@code none} without content
     * @param media its media type, if it is not JSON
     * @param schema of it, where there is no class
     * @param headers beyond those of every answer
     */
    record AnswerWords(
            String description,
            @Nullable String type,
            @Nullable String media,
            @Nullable JsonNode schema,
            List<String> headers) {

        AnswerWords {
            headers = headers == null ? List.of() : List.copyOf(headers);
        }
    }

    /**
     * A call and its answer.
     *
     * @param parameters by name, of whatever place
     * @param media the request's media type, if it is not JSON
     * @param request the body; absent without one
     * @param answer the body; absent without one
     */
    record ExampleWords(
            String summary,
            Map<String, JsonNode> parameters,
            @Nullable String media,
            @Nullable JsonNode request,
            String status,
            @Nullable JsonNode answer) {

        ExampleWords {
            parameters = orEmpty(parameters);
        }
    }

    static Words of(DescribedService service) {
        return read("words/" + service.id() + ".yaml", Words.class);
    }

    static <T> T read(String resource, Class<T> type) {
        try (InputStream yaml =
                Objects.requireNonNull(Words.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return JSON.convertValue(new Yaml().load(yaml), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Adds what is said to what is described: a sentence, or members of it. */
    static void add(JsonNode said, ObjectNode described) {
        if (said instanceof ObjectNode members) {
            described.setAll(members.deepCopy());
        } else {
            described.set("description", said);
        }
    }

    /** With what is said of operations that all services have, and of their answers. */
    Words with(CommonWords common) {
        return new Words(
                title,
                description,
                server,
                parameters,
                both(common.operations(), operations),
                components,
                both(common.schemas(), schemas));
    }

    private static <T> Map<String, T> both(Map<String, T> common, Map<String, T> own) {
        Map<String, T> all = new HashMap<>(common);
        all.putAll(own);
        return all;
    }

    OperationWords about(String call) {
        OperationWords words = operations.get(call);
        if (words == null) {
            throw new AssertionError("Nothing is said about " + call + " in words/*.yaml");
        }
        return words;
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
