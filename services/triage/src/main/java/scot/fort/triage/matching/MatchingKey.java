package scot.fort.triage.matching;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which marks are hashed. Whoever has the marks alone can neither read them nor try names and dates on
 * them. Fingerprints under different keys have nothing in common.
 */
public final class MatchingKey {

    /** Bytes of a key, at least. */
    public static final int LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";

    /** Enough that two of a thousand million marks hardly ever meet by chance. */
    private static final int BYTES_KEPT = 12;

    private final SecretKeySpec secret;

    /** @param secret at least {@value #LENGTH} random bytes */
    public MatchingKey(byte[] secret) {
        if (secret.length < LENGTH) {
            throw new IllegalArgumentException("A matching key has at least " + LENGTH + " bytes");
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** A hasher for one thread. */
    Hasher hasher() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return new Hasher(mac);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, impossible);
        }
    }

    /** Hashes text under the key. */
    static final class Hasher {

        private final Mac mac;

        private Hasher(Mac mac) {
            this.mac = mac;
        }

        /** 16 characters of base 64; other ones for another kind. */
        String hash(MarkKind kind, String text) {
            byte[] whole = mac.doFinal((kind.name() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES_KEPT));
        }
    }
}
