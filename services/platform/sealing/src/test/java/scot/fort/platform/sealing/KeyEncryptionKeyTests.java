package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyEncryptionKeyTests {

    @TempDir
    Path folder;

    @Test
    void unwrapsAfterARotationWhatTheFormerKeyHasWrapped() throws IOException, GeneralSecurityException {
        var file = folder.resolve("kek.json");
        KeyEncryptionKey.generate(file);
        var former = KeyEncryptionKey.fromFile(file);
        var key = DataKey.generate("key");
        var wrapped = key.wrapped(former);

        KeyFile.at(file).add();
        KeyFile.at(file).promote();

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
    void namesWhatIsUnusableWithoutItsContent() throws IOException {
        var file = Files.writeString(folder.resolve("kek.json"), "{\"key\": \"secret\"}");

        assertThatThrownBy(() -> KeyEncryptionKey.fromFile(file))
                .hasMessageContaining("kek.json")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> KeyEncryptionKey.fromFile(folder.resolve("none.json")))
                .hasMessageContaining("none.json");
        assertThatThrownBy(() -> KeyEncryptionKey.fromJson("{\"key\": \"secret\"}"))
                .hasMessageContaining("FORT_KEK")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
