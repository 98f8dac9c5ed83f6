package scot.fort.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameAfterARestart() {
        Path file = folder.resolve("new").resolve("key.json");

        RSAKey made = SigningKey.in(file);

        assertThat(SigningKey.in(file)).isEqualTo(made);
        assertThat(made.getKeyID()).isNotEmpty();
    }

    @Test
    void isReadableByItsOwnerOnly() throws Exception {
        Path file = folder.resolve("key.json");

        SigningKey.in(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void isNeverReplacedWhenItIsBroken() throws Exception {
        Path file = Files.writeString(folder.resolve("key.json"), "nonsense");

        assertThatThrownBy(() -> SigningKey.in(file)).hasMessageContaining("delete it to get a new one");
        assertThat(file).hasContent("nonsense");
    }
}
