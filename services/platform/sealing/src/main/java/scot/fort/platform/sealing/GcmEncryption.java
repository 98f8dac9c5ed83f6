package scot.fort.platform.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM as Tink writes it and opens it: the prefix of the key, a random nonce, the ciphertext with its tag.
 *
 * <p>Tink's own encryption looks for its source of nonces once per thread, through the whole class path. Here each request is
 * a thread of its own, so that search took longer than everything else about sealing.
 */
final class GcmEncryption {

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final SecureRandom NONCES = new SecureRandom();

    private final SecretKey key;
    private final byte[] prefix;

    /** @param key with the usual sizes of nonce and tag */
    @AccessesPartialKey
    GcmEncryption(AesGcmKey key) {
        this.key = new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), "AES");
        this.prefix = key.getOutputPrefix().toByteArray();
    }

    byte[] encrypt(byte[] plaintext, byte[] associated) throws GeneralSecurityException {
        var nonce = new byte[NONCE_BYTES];
        NONCES.nextBytes(nonce);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(associated);
        var sealed = ByteBuffer.allocate(prefix.length + NONCE_BYTES + plaintext.length + TAG_BYTES)
                .put(prefix)
                .put(nonce);
        cipher.doFinal(ByteBuffer.wrap(plaintext), sealed);
        return sealed.array();
    }
}
