package scot.fort.platform.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.cache.Cache;
import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.common.cache.SynchronizedCache;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.registry.SchemaRegistryClient;

/**
 * Writes Avro records in Confluent's wire format. Takes the configuration of Confluent's {@code KafkaAvroSerializer} and
 * writes the same bytes. Safe for use by many threads once configured.
 *
 * <p>A value that has no schema, does not fit it, or whose schema the registry refuses is a {@link SerializationException};
 * a registry that cannot be reached is a {@link scot.fort.platform.messaging.registry.RegistryUnavailableException}.
 */
public final class FortAvroSerializer implements Serializer<Object> {
    private static final int USUAL_BYTES = 4096;

    private static final int REMEMBERED = 1_000;

    private final Cache<Kind, DatumEncoder> encoders = new SynchronizedCache<>(new LRUCache<>(REMEMBERED));
    private final @Nullable SchemaRegistryClient shared;
    private @Nullable SchemaRegistryClient owned;
    private @Nullable State state;

    private record Kind(Class<?> type, Schema own, Schema target) {}

    private record State(AvroConfig config, WriterSchemas schemas, GenericData generic) {}

    /** For Kafka, which makes serializers by class name: {@link #configure} brings the registry. */
    public FortAvroSerializer() {
        this.shared = null;
    }

    /** Uses a client that others use too; {@link #close} leaves it open. */
    public FortAvroSerializer(SchemaRegistryClient registry, Map<String, ?> configs, boolean isKey) {
        this.shared = registry;
        configure(configs, isKey);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        AvroConfig config = AvroConfig.from(configs, isKey);
        SchemaRegistryClient registry = shared == null ? SchemaRegistryClient.from(configs) : shared;
        owned = shared == null ? registry : null;
        state = new State(
                config, new WriterSchemas(registry, config), LogicalTypeModel.generic(config.convertLogicalTypes()));
    }

    /** Null, a tombstone, stays null. */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        State current = configured();
        Schema own = DatumSchema.of(value);
        WriterSchemas.Writer writer =
                Faults.asking("no schema id for %s on %s".formatted(own.getFullName(), topic), () -> current.schemas()
                        .writerFor(topic, own));
        byte[] payload = encode(current, writer, own, value);
        if (payload.length > current.config().maxBytes()) {
            throw new SerializationException("%s takes %d bytes, more than the %d of %s"
                    .formatted(
                            own.getFullName(), payload.length, current.config().maxBytes(), AvroConfig.MAX_BYTES));
        }
        return payload;
    }

    private byte[] encode(State current, WriterSchemas.Writer writer, Schema own, Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_BYTES);
        WireFormat.writeHeader(writer.id(), out);
        try {
            encoder(current, own, writer.schema(), value).encode(value, out);
        } catch (IOException | RuntimeException unfit) {
            throw Faults.withoutContent("a value does not fit %s".formatted(own.getFullName()), unfit);
        }
        return out.toByteArray();
    }

    private DatumEncoder encoder(State current, Schema own, Schema target, Object value) {
        Kind kind = new Kind(value.getClass(), own, target);
        DatumEncoder known = encoders.get(kind);
        if (known == null) {
            GenericData model = value instanceof SpecificRecord record
                    ? SpecificData.getForClass(record.getClass())
                    : current.generic();
            known = DatumEncoder.of(model, own, target);
            encoders.put(kind, known);
        }
        return known;
    }

    private State configured() {
        if (state == null) {
            throw new IllegalStateException("configure() comes first");
        }
        return state;
    }

    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }
}
