package scot.fort.platform.messaging.avro;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.cache.Cache;
import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.common.cache.SynchronizedCache;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.registry.SchemaRegistryClient;

/**
 * Reads Avro in Confluent's wire format: into the generated class that bears the record's name where {@code
 * specific.avro.reader} is set and there is one, else into a generic record. Takes the configuration of Confluent's {@code
 * KafkaAvroDeserializer}. Safe for use by many threads once configured.
 *
 * <p>Bytes that can never be read (not this format, an id that no registry knows, missing or surplus bytes) are a {@link
 * SerializationException}; a registry that cannot be reached is a {@link
 * scot.fort.platform.messaging.registry.RegistryUnavailableException}, and the same bytes may be read later. A length that
 * the bytes claim is checked against what is there before anything is allocated for it.
 */
public final class FortAvroDeserializer implements Deserializer<Object> {
    private static final int REMEMBERED = 1_000;

    private final Cache<Integer, DatumDecoder> decoders = new SynchronizedCache<>(new LRUCache<>(REMEMBERED));
    private final @Nullable SchemaRegistryClient shared;
    private @Nullable SchemaRegistryClient owned;
    private @Nullable State state;

    private record State(AvroConfig config, SchemaRegistryClient registry, GenericData generic) {}

    /** For Kafka, which makes deserializers by class name: {@link #configure} brings the registry. */
    public FortAvroDeserializer() {
        this.shared = null;
    }

    /** Uses a client that others use too; {@link #close} leaves it open. */
    public FortAvroDeserializer(SchemaRegistryClient registry, Map<String, ?> configs, boolean isKey) {
        this.shared = registry;
        configure(configs, isKey);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        AvroConfig config = AvroConfig.from(configs, isKey);
        SchemaRegistryClient registry = shared == null ? SchemaRegistryClient.from(configs) : shared;
        owned = shared == null ? registry : null;
        state = new State(config, registry, LogicalTypeModel.generic(config.convertLogicalTypes()));
    }

    /** Null, a tombstone, stays null. */
    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] payload) {
        if (payload == null) {
            return null;
        }
        State current = configured();
        if (payload.length > current.config().maxBytes()) {
            throw new SerializationException("%d bytes are more than the %d of %s"
                    .formatted(payload.length, current.config().maxBytes(), AvroConfig.MAX_BYTES));
        }
        int id = WireFormat.schemaId(payload);
        Schema writer = Faults.asking(
                "no schema with id %d".formatted(id), () -> current.registry().schemaById(id));
        return decode(current, id, writer, payload);
    }

    private Object decode(State current, int id, Schema writer, byte[] payload) {
        try {
            return decoder(current, id, writer).decode(payload);
        } catch (IOException | RuntimeException unfit) {
            throw Faults.withoutContent("the bytes do not fit schema %d".formatted(id), unfit);
        } catch (StackOverflowError tooDeep) {
            // Only a recursive schema gets here: each byte of a hostile payload can open one level more.
            throw new SerializationException("the bytes nest too deep for schema %d".formatted(id));
        }
    }

    private DatumDecoder decoder(State current, int id, Schema writer) throws IOException {
        DatumDecoder known = decoders.get(id);
        if (known == null) {
            known = DatumDecoder.of(writer, current.config().specific(), current.generic());
            decoders.put(id, known);
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
