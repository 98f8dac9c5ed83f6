package scot.fort.platform.messaging.registry;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Turns a registry's document into a schema, fetching first what it refers to. Read leniently: what a registry has accepted
 * and records were written with must stay readable, also where today's Avro would refuse a name or a default.
 */
final class ReferencedSchemas {
    private static final String AVRO = "AVRO";

    private final Function<SchemaReference, SchemaDocument> fetch;

    ReferencedSchemas(Function<SchemaReference, SchemaDocument> fetch) {
        this.fetch = fetch;
    }

    /** @throws SerializationException when it is no Avro schema, or one that does not parse */
    Schema parse(String what, SchemaDocument document) {
        Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false);
        return parse(what, document, parser, new HashSet<>());
    }

    private Schema parse(String what, SchemaDocument document, Schema.Parser parser, Set<SchemaReference> fetched) {
        if (document.schema() == null || (document.schemaType() != null && !AVRO.equals(document.schemaType()))) {
            throw new SerializationException("%s is no Avro schema".formatted(what));
        }
        for (SchemaReference reference : document.referencesOrNone()) {
            if (fetched.add(reference)) {
                parse(reference.toString(), fetch.apply(reference), parser, fetched);
            }
        }
        try {
            return parser.parse(document.schema());
        } catch (AvroRuntimeException unreadable) {
            // Not as the cause: Avro wraps an IOException, which would pass for a fault of the connection.
            throw new SerializationException("%s does not parse: %s".formatted(what, unreadable.getMessage()));
        }
    }
}
