import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import scot.fort.platform.sealing.KeyEncryptionKey;

/** Makes a key-encryption key in a new file that its owner alone can read; docker-compose.yml says how to run it. */
void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).toAbsolutePath();
    Files.createDirectories(file.getParent());
    KeyEncryptionKey.generate(file);
}
