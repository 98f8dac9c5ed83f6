package scot.fort.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Members of an answer's record are always there unless they may be null, which an answer leaves out. */
final class AnswerMembers implements ModelConverter {

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (resolved != null && rawClass(type).isRecord()) {
            Schema<?> model = resolved.get$ref() == null ? resolved : defined(resolved.get$ref(), context);
            oneTypeOfAName(rawClass(type));
            if (model != null && model.getProperties() != null) {
                model.setRequired(required(rawClass(type), model));
            }
        }
        return resolved;
    }

    /** Schemas have simple names: of two types of one name, one would be described as the other. */
    private void oneTypeOfAName(Class<?> type) {
        Class<?> known = types.putIfAbsent(type.getSimpleName(), type);
        if (known != null && known != type) {
            throw new AssertionError(known + " and " + type + " have one name");
        }
    }

    private static Class<?> rawClass(AnnotatedType type) {
        JavaType java = Json31.mapper().constructType(type.getType());
        return java.getRawClass();
    }

    private static @Nullable Schema<?> defined(String reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static List<String> required(Class<?> type, Schema<?> model) {
        return certain(type).filter(model.getProperties()::containsKey).toList();
    }

    private static Stream<String> certain(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !isNullable(component))
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? certain(component.getType())
                        : Stream.of(component.getName()));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
