package scot.fort.platform.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static scot.fort.platform.messaging.avro.Serdes.TOPIC;
import static scot.fort.platform.messaging.avro.Serdes.deserializer;
import static scot.fort.platform.messaging.avro.Serdes.register;
import static scot.fort.platform.messaging.avro.Serdes.serializer;
import static scot.fort.platform.messaging.avro.Serdes.written;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.registry.RegistryServer;
import scot.fort.platform.messaging.registry.RegistryUnavailableException;

/** Bytes from anywhere are read, or are refused as poison; nothing else happens. */
class HostileBytesTests {
    private static final int HEADER = 5;

    private final RegistryServer registry = RegistryServer.start();
    private final FortAvroDeserializer deserializer = deserializer(registry, "specific.avro.reader", "true");

    @BeforeEach
    void knowSchemas() {
        register(registry, 1, Samples.FIRST);
        registry.withSchema(2, EventMetadata.getClassSchema().toString());
        registry.withSchema(3, """
                {"type":"record","name":"Chain","fields":[{"name":"next","type":["null","Chain"]}]}""");
        registry.withSchema(6, """
                {"type":"array","items":"null"}""");
        registry.withSchema(5, "\"string\"");
        registry.withSchema(4, """
                {"type":"map","values":"null"}""");
    }

    @AfterEach
    void stop() {
        deserializer.close();
        registry.close();
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsOrRefusesAnyBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length >= HEADER && random.nextInt(10) > 0) {
                Arrays.fill(bytes, 0, 4, (byte) 0);
                bytes[4] = (byte) (1 + random.nextInt(5));
            }
            readOrRefuse(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsOrRefusesAnEventThatIsCutOrBent(long seed) {
        Random random = new Random(seed);
        try (FortAvroSerializer serializer = serializer(registry)) {
            for (Object record : new RandomData(Samples.FIRST, 10, seed)) {
                byte[] payload = written(serializer, record);
                for (int i = 0; i < 50; i++) {
                    byte[] bent = payload.clone();
                    bent[HEADER + random.nextInt(bent.length - HEADER)] = (byte) random.nextInt();
                    readOrRefuse(bent);
                }
                for (int end = 0; end < payload.length; end++) {
                    byte[] cut = Arrays.copyOf(payload, end);
                    assertThatThrownBy(() -> deserializer.deserialize(TOPIC, cut))
                            .isInstanceOf(SerializationException.class)
                            .hasNoCause();
                }
                assertThatThrownBy(() -> deserializer.deserialize(TOPIC, Arrays.copyOf(payload, payload.length + 1)))
                        .isInstanceOf(SerializationException.class);
            }
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "0000000005 feffffff0f, a string of two gibibytes",
        "0000000005 ffffffffffffffffff01, a string of negative length",
        "0000000006 feffffff0f00, an array of two thousand million nothings",
        "0000000006 feffffffffffffffff0100, an array of more nothings than can be counted",
        "0000000004 feffffff0f, a map of two thousand million entries",
        "0000000001 feffffff0f, an event whose first text is longer than the event",
        "0000000005, no datum at all",
        "00000000, half an id",
        "'', nothing",
        "0100000005 00, another magic byte",
        "00ffffffff 00, an id that nobody gave"
    })
    void refuses(String hex, String what) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
                .as(what)
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesNestingWithoutEnd() {
        byte[] bytes = new byte[4_000_000];
        Arrays.fill(bytes, HEADER, bytes.length, (byte) 2);
        bytes[4] = 3;

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes)).isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        try (FortAvroDeserializer strict = deserializer(registry, "fort.avro.max.payload.bytes", "10")) {
            assertThatThrownBy(() -> strict.deserialize(TOPIC, new byte[11]))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("fort.avro.max.payload.bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500})
    void blamesNoRecordForARegistryThatCannotBeAsked(int status) {
        registry.then(RegistryServer.status(status));

        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 5, 0}))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 5, 0}))
                .hasToString("");
    }

    private void readOrRefuse(byte[] bytes) {
        try {
            deserializer.deserialize(TOPIC, bytes);
        } catch (SerializationException poison) {
            assertThat(poison.getMessage()).isNotBlank();
        }
    }
}
