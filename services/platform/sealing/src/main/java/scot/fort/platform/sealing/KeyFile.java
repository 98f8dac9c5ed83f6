package scot.fort.platform.sealing;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The file of a key-encryption key through its life: made, given a further key, that one promoted, and the earlier ones
 * retired. In between each, every instance must be given the file; only then has all that is sealed a reader at all times.
 */
public final class KeyFile {

    private final Path file;

    private KeyFile(Path file) {
        this.file = file;
    }

    /** @param file that may still have to be made */
    public static KeyFile at(Path file) {
        return new KeyFile(file);
    }

    /**
     * Makes it with a first key; never replaces a file.
     *
     * @return the id of the key
     */
    public String generate() throws IOException {
        var keyset = withConfiguration(KeysetHandle.newBuilder().addEntry(newKey().makePrimary()));
        OwnerOnlyFile.create(file, json(keyset));
        return KeyEncryptionKey.id(keyset.getPrimary());
    }

    /**
     * Adds a key that unwraps and does not wrap yet.
     *
     * @return the id of the key
     */
    public String add() throws IOException {
        var keyset = read();
        if (!keyset.getAt(keyset.size() - 1).isPrimary()) {
            throw new IllegalStateException("The newest key of " + file + " has not been promoted yet");
        }
        var grown = withConfiguration(KeysetHandle.newBuilder(keyset).addEntry(newKey()));
        OwnerOnlyFile.replace(file, json(grown));
        return newest(grown);
    }

    /**
     * Has the newest key wrap from now on.
     *
     * @return its id
     */
    public String promote() throws IOException {
        var keyset = read();
        int last = keyset.size() - 1;
        if (keyset.getAt(last).isPrimary()) {
            throw new IllegalStateException("The newest key of " + file + " is in use already; add one first");
        }
        var builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(last).makePrimary();
        OwnerOnlyFile.replace(file, json(withConfiguration(builder)));
        return newest(keyset);
    }

    /** The id of the key that wraps. */
    public String inUse() throws IOException {
        return kek(read()).id();
    }

    /** Ids of the keys that have been followed by the one in use. */
    public List<String> earlier() throws IOException {
        return List.copyOf(kek(read()).earlier());
    }

    /**
     * Moves all earlier keys into a file of their own, which a restore from a backup of the data keys still needs.
     * Whatever is still wrapped by them can then be read no more.
     *
     * @param retired that must not exist
     * @return their ids
     */
    public List<String> retire(Path retired) throws IOException {
        var keyset = read();
        var earlier = List.copyOf(kek(keyset).earlier());
        if (earlier.isEmpty()) {
            throw new IllegalStateException(file + " holds no key that has been followed by another");
        }
        Predicate<KeysetHandle.Entry> isEarlier = key -> earlier.contains(KeyEncryptionKey.id(key));
        var kept = without(isEarlier, keyset);
        var gone = without(isEarlier.negate(), keyset);
        gone.getAt(gone.size() - 1).makePrimary();
        OwnerOnlyFile.create(retired, json(withConfiguration(gone)));
        OwnerOnlyFile.replace(file, json(withConfiguration(kept)));
        return earlier;
    }

    private KeysetHandle read() throws IOException {
        try {
            return KeyEncryptionKey.parse(Files.readString(file));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The file " + file + " holds no usable key-encryption key");
        }
    }

    private KeyEncryptionKey kek(KeysetHandle keyset) {
        try {
            return KeyEncryptionKey.fromKeyset(keyset);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The file " + file + " holds no usable key-encryption key");
        }
    }

    private static KeysetHandle.Builder without(Predicate<KeysetHandle.Entry> which, KeysetHandle keyset) {
        var builder = KeysetHandle.newBuilder(keyset);
        for (int index = keyset.size() - 1; index >= 0; index--) {
            if (which.test(keyset.getAt(index))) {
                builder.deleteAt(index);
            }
        }
        return builder;
    }

    private static KeysetHandle.Builder.Entry newKey() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId();
    }

    private static String newest(KeysetHandle keyset) {
        return KeyEncryptionKey.id(keyset.getAt(keyset.size() - 1));
    }

    private static KeysetHandle withConfiguration(KeysetHandle.Builder builder) {
        try {
            return builder.setConfiguration(AeadConfig2026.get()).build();
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("This runtime cannot make an AES-256 key", unavailable);
        }
    }

    private static String json(KeysetHandle keyset) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException unavailable) {
            throw new IllegalStateException("A keyset of AES keys is always JSON", unavailable);
        }
    }
}
