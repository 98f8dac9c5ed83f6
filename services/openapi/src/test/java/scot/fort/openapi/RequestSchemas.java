package scot.fort.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import scot.fort.platform.web.body.RequestSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The JSON Schemas that bodies are checked by, as components of a description: OpenAPI 3.1 takes them as they are. */
final class RequestSchemas {

    private static final String SUFFIX = ".schema.json";
    private static final String FOLDER = "requests/";
    private static final String COMPONENTS = "#/components/schemas/";

    private final ObjectNode components;

    RequestSchemas(ObjectNode components) {
        this.components = components;
    }

    /** A reference to the schema of a request record, which is among the components from then on. */
    ObjectNode reference(Class<?> type) {
        RequestSchema named = type.getAnnotation(RequestSchema.class);
        String file = named == null
                ? type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + SUFFIX
                : StringUtils.getFilename(named.value());
        return components.objectNode().put("$ref", COMPONENTS + add(String.valueOf(file), type));
    }

    private String add(String file, Class<?> neighbour) {
        String name = Arrays.stream(
                        file.substring(0, file.length() - SUFFIX.length()).split("-"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining());
        if (!components.has(name)) {
            ObjectNode schema = read(file, neighbour);
            components.set(name, schema);
            schema.remove("$schema");
            resolve(schema, neighbour);
        }
        return name;
    }

    private void resolve(JsonNode node, Class<?> neighbour) {
        if (node instanceof ObjectNode object
                && object.get("$ref") instanceof StringNode reference
                && reference.stringValue().endsWith(SUFFIX)) {
            object.put("$ref", COMPONENTS + add(reference.stringValue(), neighbour));
        }
        node.forEach(child -> resolve(child, neighbour));
    }

    /** The file of the service that the record belongs to: others may have one of the same name. */
    private static ObjectNode read(String file, Class<?> neighbour) {
        try (InputStream content = url(file, neighbour).openStream()) {
            return (ObjectNode) JsonMapper.shared().readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static URL url(String file, Class<?> neighbour) throws IOException {
        String home =
                neighbour.getProtectionDomain().getCodeSource().getLocation().toString();
        @Nullable URL found = Collections.list(neighbour.getClassLoader().getResources(FOLDER + file)).stream()
                .filter(url -> url.toString().contains(home))
                .findFirst()
                .orElse(null);
        if (found == null) {
            throw new AssertionError("There is no " + FOLDER + file + " in " + home);
        }
        return found;
    }
}
