package scot.fort.platform.sealing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A file of random bytes in base 64, for a secret under which something is hashed. */
public final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** Writes a new secret, readable by its owner alone; never replaces a file. */
    public static void generate(Path file) throws IOException {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        OwnerOnlyFile.create(file, Base64.getEncoder().encodeToString(secret) + "\n");
    }
}
