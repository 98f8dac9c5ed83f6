package scot.fort.platform.messaging.avro;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.TrustedRecords;

/** Reads payloads written with one schema; made once, used by every thread. */
@FunctionalInterface
interface DatumDecoder {
    /** @throws IOException when bytes are missing or left over */
    Object decode(byte[] payload) throws IOException;

    /**
     * @param specific into the generated class of the writer's name, and with that class's schema, where there is one
     * @param generic how records without such a class look
     */
    static DatumDecoder of(Schema writer, boolean specific, GenericData generic) throws IOException {
        if (writer.getType() == Schema.Type.BYTES) {
            return payload -> Arrays.copyOfRange(payload, WireFormat.HEADER, payload.length);
        }
        Class<? extends SpecificRecord> type = specific ? generatedClass(writer) : null;
        return type == null
                ? reading(generic, writer, writer)
                : reading(
                        SpecificData.getForClass(type),
                        writer,
                        SpecificData.get().getSchema(type));
    }

    /** Avro's reader is complete before it is shared: the usual one finishes itself on first use, unsynchronised. */
    private static DatumDecoder reading(GenericData model, Schema writer, Schema readerSchema) throws IOException {
        DatumReader<Object> reader = new FastReaderBuilder(model).createDatumReader(writer, readerSchema);
        return payload -> {
            BinaryDecoder decoder = DecoderFactory.get()
                    .binaryDecoder(payload, WireFormat.HEADER, payload.length - WireFormat.HEADER, null);
            Object value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new EOFException("bytes are left over after the datum");
            }
            return value;
        };
    }

    private static @Nullable Class<? extends SpecificRecord> generatedClass(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD) {
            return null;
        }
        TrustedRecords.register();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? DatumDecoder.class.getClassLoader() : context;
        try {
            Class<?> found = Class.forName(SpecificData.getClassName(writer), false, loader);
            return SpecificRecord.class.isAssignableFrom(found) ? found.asSubclass(SpecificRecord.class) : null;
        } catch (ClassNotFoundException | LinkageError none) {
            return null;
        }
    }
}
