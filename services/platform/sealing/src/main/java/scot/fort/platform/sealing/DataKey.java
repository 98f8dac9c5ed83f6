package scot.fort.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The key of one referral, ready for use. Says its id and nothing else. */
public final class DataKey {

    private final String id;
    private final KeysetHandle keyset;
    private final Aead aead;

    private DataKey(String id, KeysetHandle keyset) throws GeneralSecurityException {
        this.id = id;
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    static DataKey generate(String id) throws GeneralSecurityException {
        return new DataKey(id, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
    }

    static DataKey unwrap(String id, byte[] wrapped, KeyEncryptionKey kek) throws GeneralSecurityException {
        return new DataKey(id, kek.unwrap(wrapped, id));
    }

    /** What {@code SealedContent} refers to it by. */
    public String id() {
        return id;
    }

    byte[] wrapped(KeyEncryptionKey kek) throws GeneralSecurityException {
        return kek.wrap(keyset, id);
    }

    byte[] encrypt(byte[] plaintext, String referralId) throws GeneralSecurityException {
        return aead.encrypt(plaintext, referralId.getBytes(StandardCharsets.UTF_8));
    }

    byte[] decrypt(byte[] ciphertext, String referralId) throws GeneralSecurityException {
        return aead.decrypt(ciphertext, referralId.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
