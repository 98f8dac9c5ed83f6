package scot.fort.platform.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.SealedContent;

/** Seals personal content for one referral. */
public final class Sealer {

    private final DataKeys keys;
    private final ContentCodec codec;

    Sealer(DataKeys keys, ContentCodec codec) {
        this.keys = keys;
        this.codec = codec;
    }

    /** Under a key just taken from the pool. */
    public SealedContent seal(DataKey key, String referralId, SpecificRecord content) {
        try {
            var ciphertext = key.encrypt(codec.encode(content), referralId);
            return new SealedContent(key.id(), ByteBuffer.wrap(ciphertext));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The data key " + key.id() + " does not encrypt");
        }
    }

    /** Under the key that the referral has already; refused when its content has been erased. */
    public SealedContent seal(String keyId, String referralId, SpecificRecord content) {
        return switch (keys.find(keyId)) {
            case KeyState.Usable(var key) -> seal(key, referralId, content);
            case KeyState.Destroyed() -> throw new KeyDestroyedException(keyId);
        };
    }
}
