package scot.fort.platform.messaging.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schema as the registry sends it. */
record SchemaDocument(
        @Nullable String schema,
        @Nullable String schemaType,
        @Nullable List<SchemaReference> references) {

    List<SchemaReference> referencesOrNone() {
        return references == null ? List.of() : references;
    }
}
