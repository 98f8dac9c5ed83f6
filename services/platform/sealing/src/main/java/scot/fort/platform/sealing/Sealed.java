package scot.fort.platform.sealing;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import scot.fort.events.common.SealedContent;

/**
 * Sealed content as an aggregate keeps it in its state, free of Avro.
 *
 * @param keyId the data key of the referral
 */
public record Sealed(String keyId, byte[] ciphertext) {

    /** Bytes around each, wherever it is kept: names of fields, ids, codes and times outweigh a short text. */
    public static final long AROUND = 1L << 10;

    public static Sealed of(SealedContent content) {
        ByteBuffer bytes = content.getCiphertext().duplicate();
        byte[] ciphertext = new byte[bytes.remaining()];
        bytes.get(ciphertext);
        return new Sealed(content.getKeyId(), ciphertext);
    }

    /** What is left of it for whoever knows that its key is destroyed. */
    public Sealed emptied() {
        return ciphertext.length == 0 ? this : new Sealed(keyId, new byte[0]);
    }

    /** The same for content that may not be there. */
    public static @Nullable Sealed emptied(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.emptied();
    }

    /** How many it takes up where it is kept, with what is around it; none of content that is not there. */
    public static long bytes(@Nullable Sealed sealed) {
        return sealed == null ? 0 : AROUND + sealed.ciphertext.length;
    }

    public SealedContent toAvro() {
        return new SealedContent(keyId, ByteBuffer.wrap(ciphertext));
    }

    /** The same for content that may not be there. */
    public static @Nullable SealedContent toAvro(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.toAvro();
    }
}
