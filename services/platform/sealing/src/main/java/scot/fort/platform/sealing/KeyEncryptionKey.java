package scot.fort.platform.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * Encrypts data keys. From a file here; a key management service stands in through its own Tink {@link Aead}. A file
 * may hold several keys: the primary one wraps, all unwrap, so the key can be rotated without touching an event.
 */
public final class KeyEncryptionKey {

    private final String id;
    private final Aead aead;

    private KeyEncryptionKey(String id, Aead aead) {
        this.id = id;
        this.aead = aead;
    }

    /** Over any AEAD, for instance one that asks a key management service; {@code id} is kept beside each wrapped key. */
    public static KeyEncryptionKey of(String id, Aead aead) {
        return new KeyEncryptionKey(id, aead);
    }

    /** From a Tink JSON keyset in a file. */
    public static KeyEncryptionKey fromFile(Path file) {
        try {
            var keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            var primary = keyset.getPrimary().getId();
            return of(Integer.toHexString(primary), keyset.getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The file " + file + " holds no usable key-encryption key");
        }
    }

    /** Writes a new key, readable by its owner alone; never replaces a file. */
    public static void generate(Path file) throws IOException {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            createPrivate(file);
            Files.writeString(file, json, StandardOpenOption.WRITE);
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This runtime cannot make an AES-256 key", unavailable);
        }
    }

    String id() {
        return id;
    }

    byte[] wrap(KeysetHandle dataKey, String keyId) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(
                dataKey, aead, keyId.getBytes(StandardCharsets.UTF_8), AeadConfig2026.get());
    }

    KeysetHandle unwrap(byte[] wrapped, String keyId) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped, aead, keyId.getBytes(StandardCharsets.UTF_8), AeadConfig2026.get());
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
