package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionKeyTests {

    @TempDir
    Path folder;

    @Test
    void writesAKeyThatOnlyItsOwnerReadsAndNeverReplacesOne() throws IOException {
        var file = folder.resolve("kek.json");

        KeyEncryptionKey.generate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> KeyEncryptionKey.generate(file)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void unwrapsAfterARotationWhatTheFormerKeyHasWrapped() throws IOException, GeneralSecurityException {
        var file = folder.resolve("kek.json");
        KeyEncryptionKey.generate(file);
        var former = KeyEncryptionKey.fromFile(file);
        var key = DataKey.generate("key");
        var wrapped = key.wrapped(former);

        rotate(file);

        var rotated = KeyEncryptionKey.fromFile(file);
        assertThat(rotated.id()).isNotEqualTo(former.id());
        var ciphertext = key.encrypt(new byte[] {1, 2}, "referral");
        assertThat(DataKey.unwrap("key", wrapped, rotated).decrypt(ciphertext, "referral"))
                .containsExactly(1, 2);
    }

    @Test
    void wrapsAKeyForItsOwnIdOnly() throws IOException, GeneralSecurityException {
        var file = folder.resolve("kek.json");
        KeyEncryptionKey.generate(file);
        var kek = KeyEncryptionKey.fromFile(file);
        var wrapped = DataKey.generate("one").wrapped(kek);

        assertThatThrownBy(() -> DataKey.unwrap("other", wrapped, kek)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void namesAnUnusableFileWithoutItsContent() throws IOException {
        var file = Files.writeString(folder.resolve("kek.json"), "{\"key\": \"secret\"}");

        assertThatThrownBy(() -> KeyEncryptionKey.fromFile(file))
                .hasMessageContaining("kek.json")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> KeyEncryptionKey.fromFile(folder.resolve("none.json")))
                .hasMessageContaining("none.json");
    }

    private static void rotate(Path file) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        var keyset = TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
        var rotated = KeysetHandle.newBuilder(keyset)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        rotated, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
    }
}
