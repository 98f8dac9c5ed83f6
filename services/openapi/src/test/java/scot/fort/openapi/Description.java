package scot.fort.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of a service, made of what its code says and of what people say about it. */
final class Description {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete");
    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private final Words words;
    private final CommonWords common = CommonWords.read();
    private final Scan scan;
    private final ObjectNode result = JSON.createObjectNode();

    private Description(DescribedService service) {
        this.words = Words.of(service).with(common);
        this.scan = Scan.of(service.basePackage(), words);
    }

    /** The description as it stands in a file: always in the same order. */
    static String of(DescribedService service) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Description(service).make()) + "\n";
    }

    private ObjectNode make() {
        result.put("openapi", "3.1.0");
        result.putObject("info")
                .put("title", words.title())
                .put("version", common.version())
                .put(
                        "description",
                        words.description().strip() + "\n\n"
                                + common.description().strip());
        result.putArray("servers").addObject().put("url", words.server()).put("description", "As ./fort up starts it.");
        paths();
        components();
        SharedProblems.of(result);
        return result;
    }

    private void paths() {
        ObjectNode schemas = scan.document().withObject("components").withObject("schemas");
        RequestSchemas requests = new RequestSchemas(schemas);
        ParameterWords parameters = new ParameterWords(words.parameters(), common.parameters());
        ObjectNode paths = result.putObject("paths");
        ObjectNode found = scan.document().withObject("paths");
        for (String path : new TreeSet<>(found.propertyNames())) {
            ObjectNode item = paths.putObject(path);
            for (String method : METHODS) {
                if (found.get(path).get(method) instanceof ObjectNode operation) {
                    String call = method.toUpperCase(Locale.ROOT) + " " + path;
                    OperationFacts facts = Objects.requireNonNull(scan.facts().get(call), call);
                    new OperationWriter(operation, facts, words.about(call)).write(parameters, requests);
                    item.set(method, operation);
                }
            }
        }
    }

    private void components() {
        ObjectNode components = result.putObject("components");
        ObjectNode schemas = scan.document().withObject("components").withObject("schemas");
        common.components().properties().forEach(kind -> components.set(kind.getKey(), kind.getValue()));
        schemas.setAll(common.components().withObject("schemas"));
        words.components().forEach(schemas::set);
        words.schemas()
                .forEach((schema, members) -> members.forEach((member, more) -> {
                    if (!(schemas.path(schema).path("properties").get(member) instanceof ObjectNode described)) {
                        throw new AssertionError("There is no member " + member + " of an answer " + schema);
                    }
                    Words.add(more, described);
                }));
        ObjectNode sorted = components.putObject("schemas");
        for (String name : new TreeSet<>(schemas.propertyNames())) {
            JsonNode schema = schemas.get(name);
            sorted.set(name, schema);
        }
    }
}
