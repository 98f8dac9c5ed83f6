package scot.fort.platform.messaging.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The shapes of a registry's answers. A number that is missing is a fault, never a zero. */
final class RegistryAnswers {
    private RegistryAnswers() {}

    record Registered(int id) {}

    record Version(
            int version,
            int id,
            @Nullable String schema,
            @Nullable String schemaType,
            @Nullable List<SchemaReference> references) {

        SchemaDocument document() {
            return new SchemaDocument(schema, schemaType, references);
        }
    }

    record Compatibility(boolean is_compatible, @Nullable List<String> messages) {}

    record Level(CompatibilityLevel compatibilityLevel) {}

    private record Refusal(int error_code, @Nullable String message) {}

    /** A refusal in the registry's words, or in the status alone where the body has none (a proxy, another server). */
    static RegistryException refusal(JsonMapper json, int status, byte[] body) {
        try {
            Refusal refusal = json.readValue(body, Refusal.class);
            if (refusal != null && refusal.error_code() != 0) {
                return new RegistryException(status, refusal.error_code(), String.valueOf(refusal.message()));
            }
        } catch (JacksonException notJson) {
            // Not a registry's own refusal: the status is all there is to tell.
        }
        return new RegistryException(status, status, "without a reason");
    }
}
