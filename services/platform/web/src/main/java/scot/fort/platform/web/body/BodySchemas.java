package scot.fort.platform.web.body;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatValidator;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schemas (2020-12) of the request records, from the classpath. Formats are asserted; one of our own,
 * {@code text}, marks long text, which may have line ends and tabs (on an object or array: all that is in it).
 */
final class BodySchemas {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Object LONG_TEXTS = new Object();

    private final ConcurrentMap<Class<?>, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry;

    BodySchemas() {
        var dialect = Dialect.builder(Dialects.getDraft202012())
                .format(new LongText())
                .build();
        var config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .preloadSchema(true)
                .build();
        registry = SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
    }

    /**
     * What was found.
     *
     * @param faults all of them, in the order of the schema
     * @param longTexts pointers of what the schema marks as long text
     */
    record Findings(List<FieldFault> faults, Set<String> longTexts) {}

    Findings check(JsonNode tree, Class<?> type) {
        var schema = schemas.computeIfAbsent(type, this::load);
        var longTexts = new HashSet<String>();
        var errors = schema.validate(tree, (ExecutionContext context) -> context.getCollectorContext()
                .put(LONG_TEXTS, longTexts));
        return new Findings(errors.stream().map(SchemaFaults::of).toList(), longTexts);
    }

    private Schema load(Class<?> type) {
        var named = type.getAnnotation(RequestSchema.class);
        var path = named == null ? conventional(type) : named.value();
        if (type.getResource(path) == null) {
            throw new IllegalStateException("There is no schema " + path + " for " + type.getName());
        }
        return registry.getSchema(SchemaLocation.of("classpath:" + path));
    }

    private static String conventional(Class<?> type) {
        var words = HUMP.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
        return "/requests/" + words + ".schema.json";
    }

    private static final class LongText implements Format {

        @Override
        public String getName() {
            return "text";
        }

        @Override
        public boolean matches(
                ExecutionContext execution,
                SchemaContext schema,
                JsonNode node,
                JsonNode root,
                NodePath location,
                boolean asserted,
                FormatValidator validator) {
            Set<String> longTexts = execution.getCollectorContext().get(LONG_TEXTS);
            longTexts.add(SchemaFaults.pointer(location));
            return true;
        }
    }
}
