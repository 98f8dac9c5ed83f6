package scot.fort.platform.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that nobody but its owner can read, and that holds all of its text or none, whatever happens meanwhile. */
final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** @throws java.nio.file.FileAlreadyExistsException if there is one, which stays as it is */
    static void create(Path file, String text) throws IOException {
        Files.createFile(file, ownerOnly(file));
        try {
            write(file, text);
        } catch (IOException failed) {
            Files.delete(file);
            throw failed;
        }
    }

    /** Replaces what the file holds, also where a link leads to it; its owner stays the same. */
    static void replace(Path file, String text) throws IOException {
        write(file.toRealPath(), text);
    }

    private static void write(Path file, String text) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        try {
            Files.createFile(next, ownerOnly(next));
            if (!Files.getOwner(file).equals(Files.getOwner(next))) {
                Files.setOwner(next, Files.getOwner(file));
            }
            try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
        forceFolder(file.resolveSibling("."));
    }

    private static void forceFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
