package scot.fort.platform.messaging.avro;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.kafka.common.cache.Cache;
import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.common.errors.SerializationException;
import scot.fort.events.PublishedSchema;
import scot.fort.platform.messaging.registry.RegisteredSchema;
import scot.fort.platform.messaging.registry.SchemaRegistryClient;

/** Decides with which registered schema a value is written: one it registers, one it finds, or the subject's latest. */
final class WriterSchemas {
    private static final int REMEMBERED = 1_000;

    private final SchemaRegistryClient registry;
    private final AvroConfig config;
    private final Cache<Schema, Schema> published = new LRUCache<>(REMEMBERED);

    /** The id that goes on the wire and the schema that goes with it. */
    record Writer(int id, Schema schema) {}

    WriterSchemas(SchemaRegistryClient registry, AvroConfig config) {
        this.registry = registry;
        this.config = config;
    }

    Writer writerFor(String topic, Schema schema) {
        String subject = config.strategy().subject(topic, config.isKey(), schema);
        if (config.autoRegister()) {
            return new Writer(registry.register(subject, published(schema)), schema);
        }
        return config.useLatest()
                ? latest(subject, schema)
                : new Writer(registry.idOf(subject, published(schema)), schema);
    }

    private Writer latest(String subject, Schema schema) {
        RegisteredSchema latest = registry.latest(subject);
        if (config.latestMustBeCompatible() && !canRead(latest.schema(), schema)) {
            throw new SerializationException("version %d of %s cannot read what is written with the schema at hand (%s)"
                    .formatted(latest.version(), subject, AvroConfig.LATEST_STRICT));
        }
        return new Writer(latest.id(), latest.schema());
    }

    private static boolean canRead(Schema reader, Schema writer) {
        return reader.equals(writer)
                || SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                                .getType()
                        == SchemaCompatibilityType.COMPATIBLE;
    }

    /** Always the same one, also when many ask first at once: two that are equal are compared field by field ever after. */
    private synchronized Schema published(Schema schema) {
        if (!config.removeJavaProperties()) {
            return schema;
        }
        Schema known = published.get(schema);
        if (known == null) {
            known = PublishedSchema.of(schema);
            published.put(schema, known);
        }
        return known;
    }
}
