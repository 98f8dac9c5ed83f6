package scot.fort.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs the tokens: made on the first start and kept in a file that its owner alone can read. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    /** The key of this file; a file that is missing is written first. */
    static RSAKey in(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file.toAbsolutePath(), generate());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The signing key cannot be kept in " + file, unreadable);
        } catch (ParseException | JOSEException unusable) {
            throw new IllegalStateException(file + " holds no usable signing key; delete it to get a new one");
        }
    }

    private static RSAKey generate() throws JOSEException {
        return new RSAKeyGenerator(BITS)
                .algorithm(JWSAlgorithm.RS256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }

    /** Written beside and moved into place: no reader ever finds half a key. */
    private static void write(Path file, RSAKey key) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly(file.getFileSystem()));
        Files.writeString(next, key.toJSONString(), StandardOpenOption.WRITE);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(FileSystem files) {
        return files.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
