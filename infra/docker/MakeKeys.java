import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import scot.fort.platform.sealing.KeyEncryptionKey;
import scot.fort.platform.sealing.SecretFile;

/**
 * Makes a key-encryption key and a matching key in two new files that their owner alone can read; docker-compose.yml says how
 * to run it.
 */
void main(String[] args) throws IOException {
    Path kek = Path.of(args[0]).toAbsolutePath();
    Path matchingKey = Path.of(args[1]).toAbsolutePath();
    Files.createDirectories(kek.getParent());
    Files.createDirectories(matchingKey.getParent());
    KeyEncryptionKey.generate(kek);
    SecretFile.generate(matchingKey);
}
