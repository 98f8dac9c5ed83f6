package scot.fort.platform.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.platform.messaging.avro.Samples.metadata;
import static scot.fort.platform.messaging.avro.Serdes.TOPIC;
import static scot.fort.platform.messaging.avro.Serdes.deserializer;
import static scot.fort.platform.messaging.avro.Serdes.register;
import static scot.fort.platform.messaging.avro.Serdes.serializer;
import static scot.fort.platform.messaging.avro.Serdes.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.registry.RegistryServer;

/** What is written is read again, by us and, byte for byte, by anyone who knows the format. */
class RoundTripTests {
    private final RegistryServer registry = RegistryServer.start();

    @AfterEach
    void stop() {
        registry.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsWhateverRecordWasWritten(long seed) throws IOException {
        register(registry, 42, Samples.FIRST);

        try (FortAvroSerializer serializer = serializer(registry);
                FortAvroDeserializer deserializer = deserializer(registry)) {
            for (Object record : new RandomData(Samples.FIRST, 20, seed)) {
                byte[] payload = written(serializer, record);
                assertThat(payload).isEqualTo(envelope(42, Samples.FIRST, record));
                assertThat(deserializer.deserialize(TOPIC, payload)).isEqualTo(record);
            }
        }
    }

    @Test
    void keepsATombstoneATombstone() {
        try (FortAvroSerializer serializer = serializer(registry);
                FortAvroDeserializer deserializer = deserializer(registry)) {
            assertThat(serializer.serialize(TOPIC, null)).isNull();
            assertThat(deserializer.deserialize(TOPIC, null)).isNull();
        }
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void writesAGeneratedEventAndReadsItIntoItsClassOrIntoAGenericRecord() {
        EventMetadata event = metadata();
        register(registry, 1, event.getSchema());

        try (FortAvroSerializer serializer = serializer(registry);
                FortAvroDeserializer specific = deserializer(registry, "specific.avro.reader", "true");
                FortAvroDeserializer generic = deserializer(registry, "avro.use.logical.type.converters", "true")) {
            byte[] payload = written(serializer, event);
            assertThat(specific.deserialize(TOPIC, payload)).isEqualTo(event);
            assertThat(generic.deserialize(TOPIC, payload))
                    .isInstanceOfSatisfying(GenericRecord.class, record -> assertThat(record.get("occurredAt"))
                            .isEqualTo(event.getOccurredAt()));
        }
    }

    @Test
    void readsAnOlderWritersEventWithTheClassAtHand() {
        Schema older = Samples.parse(EventMetadata.getClassSchema()
                .toString()
                .replaceFirst(",\\{\"name\":\"policyVersion\".*?\"default\":null}", "")
                .replace("{\"name\":\"source\"", "{\"name\":\"since\",\"type\":\"int\"},{\"name\":\"source\""));
        GenericRecord record = new GenericData.Record(older);
        for (Schema.Field field : EventMetadata.getClassSchema().getFields()) {
            if (older.getField(field.name()) != null) {
                Object value = metadata().get(field.pos());
                record.put(field.name(), value instanceof Instant at ? at.toEpochMilli() : value);
            }
        }
        record.put("since", 1);
        register(registry, 5, older);

        try (FortAvroSerializer serializer = serializer(registry);
                FortAvroDeserializer deserializer = deserializer(registry, "specific.avro.reader", "true")) {
            assertThat(older.getFields())
                    .hasSameSizeAs(EventMetadata.getClassSchema().getFields());
            assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, record)))
                    .isEqualTo(metadata());
        }
    }

    @Test
    void readsARecordWithoutAClassIntoAGenericOne() {
        register(registry, 6, Samples.FIRST);
        Object record = new RandomData(Samples.FIRST, 1, 0L).iterator().next();

        try (FortAvroSerializer serializer = serializer(registry);
                FortAvroDeserializer deserializer = deserializer(registry, "specific.avro.reader", "true")) {
            assertThat(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, record)))
                    .isEqualTo(record);
        }
    }

    static Stream<Object> primitives() {
        return Stream.of(new Utf8("key"), 1, 2L, 3.5f, 4.5, true, new byte[] {1, 2, 3});
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void readsPrimitiveValuesAsConfluentsSerializerWritesThem(Object value) {
        register(registry, 9, DatumSchema.of(value));

        try (FortAvroSerializer serializer = serializer(registry);
                FortAvroDeserializer deserializer = deserializer(registry)) {
            byte[] payload = written(serializer, value);
            assertThat(deserializer.deserialize(TOPIC, payload)).isEqualTo(value);
            if (value instanceof byte[] bytes) {
                assertThat(Arrays.copyOfRange(payload, 5, payload.length)).isEqualTo(bytes);
            }
        }
    }

    @Test
    void servesManyThreadsAtOnce() throws Exception {
        register(registry, 8, Samples.FIRST);

        try (FortAvroSerializer serializer = serializer(registry);
                FortAvroDeserializer deserializer = deserializer(registry);
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> equal = IntStream.range(0, 64)
                    .mapToObj(seed -> new RandomData(Samples.FIRST, 1, (long) seed)
                            .iterator()
                            .next())
                    .map(record -> many.submit(
                            () -> record.equals(deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, record)))))
                    .toList();
            for (Future<Boolean> one : equal) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    private static byte[] envelope(int id, Schema schema, Object datum) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0);
        out.write(ByteBuffer.allocate(4).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(schema).write(datum, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
