package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {

    @TempDir
    Path folder;

    private Path path;
    private KeyFile file;
    private String first;

    @BeforeEach
    void generate() throws IOException {
        path = folder.resolve("kek.json");
        file = KeyFile.at(path);
        first = file.generate();
    }

    @Test
    void writesAKeyThatOnlyItsOwnerReadsAndNeverReplacesOne() throws IOException {
        var before = Files.readString(path);

        assertThat(permissions(path)).isEqualTo("rw-------");
        assertThat(KeyEncryptionKey.fromFile(path).id()).isEqualTo(first);
        assertThatThrownBy(file::generate).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(path).hasContent(before);
    }

    @Test
    void addsAKeyThatUnwrapsAndWrapsOnlyOncePromoted() throws IOException {
        var second = file.add();
        var added = KeyEncryptionKey.fromFile(path);
        assertThat(file.promote()).isEqualTo(second);
        var promoted = KeyEncryptionKey.fromFile(path);

        assertThat(added.id()).isEqualTo(first);
        assertThat(added.later()).containsExactly(second);
        assertThat(promoted.id()).isEqualTo(second);
        assertThat(promoted.earlier()).containsExactly(first);
        assertThat(permissions(path)).isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(only -> only.equals(path));
    }

    @Test
    void movesEarlierKeysIntoAFileOfTheirOwn() throws IOException {
        file.add();
        file.promote();
        var third = file.add();
        file.promote();
        var aside = folder.resolve("retired.json");

        assertThat(file.retire(aside)).hasSize(2).contains(first);

        assertThat(KeyEncryptionKey.fromFile(path).id()).isEqualTo(third);
        assertThat(KeyEncryptionKey.fromFile(path).earlier()).isEmpty();
        assertThat(KeyEncryptionKey.fromFile(aside).unwraps(first)).isTrue();
        assertThat(KeyEncryptionKey.fromFile(aside).unwraps(third)).isFalse();
        assertThat(permissions(aside)).isEqualTo("rw-------");
    }

    @Test
    void retiresNoKeyThatHasYetToBePromoted() throws IOException {
        var second = file.add();

        assertThatThrownBy(() -> file.retire(folder.resolve("retired.json")))
                .hasMessageContaining("no key that has been followed");
        assertThat(KeyEncryptionKey.fromFile(path).later()).containsExactly(second);
    }

    @Test
    void keepsTheFileWhenTheRetiredKeysHaveNowhereToGo() throws IOException {
        file.add();
        file.promote();
        var taken = Files.createFile(folder.resolve("retired.json"));

        assertThatThrownBy(() -> file.retire(taken)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file.earlier()).containsExactly(first);
    }

    @Test
    void takesOneStepAfterTheOther() throws IOException {
        assertThatThrownBy(file::promote).hasMessageContaining("add one first");
        file.add();
        assertThatThrownBy(file::add).hasMessageContaining("has not been promoted yet");
        assertThatThrownBy(() -> KeyFile.at(folder.resolve("none.json")).add()).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void followsALinkToTheFileItself() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link.json"), path);

        KeyFile.at(link).add();

        assertThat(link).isSymbolicLink();
        assertThat(KeyEncryptionKey.fromFile(path).later()).hasSize(1);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
