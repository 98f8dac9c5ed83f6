package scot.fort.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Encrypts data keys: a Tink keyset, or the {@link Aead} of a key management service. A keyset may hold several keys.
 * The primary one wraps and all unwrap, so that the key can be rotated without touching an event.
 */
public final class KeyEncryptionKey {

    private final String id;
    private final Set<String> earlier;
    private final Set<String> later;
    private final Aead aead;

    private KeyEncryptionKey(String id, Set<String> earlier, Set<String> later, Aead aead) {
        this.id = id;
        this.earlier = earlier;
        this.later = later;
        this.aead = aead;
    }

    /** Over any AEAD, for instance one that asks a key management service; {@code id} is kept beside each wrapped key. */
    static KeyEncryptionKey of(String id, Aead aead) {
        return new KeyEncryptionKey(id, Set.of(), Set.of(), aead);
    }

    /** From a Tink JSON keyset in a file. */
    public static KeyEncryptionKey fromFile(Path file) {
        try {
            return fromKeyset(parse(Files.readString(file)));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The file " + file + " holds no usable key-encryption key");
        }
    }

    /** From a Tink JSON keyset. */
    static KeyEncryptionKey fromJson(String json) {
        try {
            return fromKeyset(parse(json));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("FORT_KEK holds no usable key-encryption key");
        }
    }

    /** Writes a new key, readable by its owner alone; never replaces a file. */
    public static void generate(Path file) throws IOException {
        KeyFile.at(file).generate();
    }

    static KeyEncryptionKey fromKeyset(KeysetHandle keyset) throws GeneralSecurityException {
        var earlier = new LinkedHashSet<String>();
        var later = new LinkedHashSet<String>();
        var side = earlier;
        for (int index = 0; index < keyset.size(); index++) {
            if (keyset.getAt(index).isPrimary()) {
                side = later;
            } else {
                side.add(id(keyset.getAt(index)));
            }
        }
        return new KeyEncryptionKey(
                id(keyset.getPrimary()), earlier, later, keyset.getPrimitive(AeadConfig2026.get(), Aead.class));
    }

    static KeysetHandle parse(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    /** How a key is named beside what it has wrapped. */
    static String id(KeysetHandle.Entry key) {
        return Integer.toHexString(key.getId());
    }

    /** Of the key that wraps. */
    String id() {
        return id;
    }

    /** Those that have been followed by the one that wraps. */
    Set<String> earlier() {
        return earlier;
    }

    /** Those that will follow it; other instances may wrap with them already. */
    Set<String> later() {
        return later;
    }

    boolean unwraps(String kekId) {
        return id.equals(kekId) || earlier.contains(kekId) || later.contains(kekId);
    }

    byte[] wrap(KeysetHandle dataKey, String keyId) throws GeneralSecurityException {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                    dataKey, aead, keyId.getBytes(StandardCharsets.UTF_8), AeadConfig2026.get());
        } catch (RuntimeException ofTheService) {
            throw unavailable(ofTheService);
        }
    }

    KeysetHandle unwrap(byte[] wrapped, String keyId) throws GeneralSecurityException {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    wrapped, aead, keyId.getBytes(StandardCharsets.UTF_8), AeadConfig2026.get());
        } catch (RuntimeException ofTheService) {
            throw unavailable(ofTheService);
        }
    }

    /** Clients of key management services throw what they like when the service cannot be reached. */
    private GeneralSecurityException unavailable(RuntimeException cause) {
        return new GeneralSecurityException("The key-encryption key " + id + " cannot be used now", cause);
    }
}
