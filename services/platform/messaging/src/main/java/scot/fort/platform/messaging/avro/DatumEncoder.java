package scot.fort.platform.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Writes values of one kind with one schema; made once, used by every thread. */
@FunctionalInterface
interface DatumEncoder {
    void encode(Object value, OutputStream out) throws IOException;

    /**
     * @param model knows the value's Java form
     * @param own the schema that the value has
     * @param target the schema that it is to be written with
     */
    static DatumEncoder of(GenericData model, Schema own, Schema target) {
        if (own.getType() == Schema.Type.BYTES && target.getType() == Schema.Type.BYTES) {
            return DatumEncoder::raw;
        }
        return sameLayout(own, target) ? plain(model, own) : projected(model, own, target);
    }

    private static DatumEncoder plain(GenericData model, Schema schema) {
        @SuppressWarnings("unchecked") // a model's writer takes the model's own values
        DatumWriter<Object> writer = model.createDatumWriter(schema);
        return (value, out) -> {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            writer.write(value, encoder);
            encoder.flush();
        };
    }

    /** By way of a generic record: a generated class knows its fields by position, and another schema has others. */
    private static DatumEncoder projected(GenericData model, Schema own, Schema target) {
        GenericData generic = LogicalTypeModel.generic(false);
        DatumEncoder before = plain(model, own);
        DatumEncoder after = plain(generic, target);
        return (value, out) -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            before.encode(value, bytes);
            DatumReader<?> reader = generic.createDatumReader(own, target);
            after.encode(reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)), out);
        };
    }

    /** Confluent's serializer writes bytes as they are, without Avro's length. */
    private static void raw(Object value, OutputStream out) throws IOException {
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            out.write(bytes);
        } else {
            out.write((byte[]) value);
        }
    }

    private static boolean sameLayout(Schema own, Schema target) {
        return own == target
                || SchemaNormalization.toParsingForm(own).equals(SchemaNormalization.toParsingForm(target));
    }
}
