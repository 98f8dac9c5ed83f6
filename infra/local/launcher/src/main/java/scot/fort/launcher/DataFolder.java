package scot.fort.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import scot.fort.local.Home;
import scot.fort.local.PartFailure;

/** The folder that a stack is known by. It holds keys and cases, so that nobody but its owner gets in. */
final class DataFolder {
    private DataFolder() {}

    /** The one named, else {@code .fort} of the project. */
    static Path of(String named) {
        return named.isEmpty()
                ? Home.find().resolve(".fort")
                : Path.of(named).toAbsolutePath().normalize();
    }

    static void prepare(Path folder) {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, ownerOnly(folder));
            }
        } catch (IOException e) {
            throw new PartFailure("The data folder " + folder + " cannot be made; choose another with --data.", e);
        }
        if (!Files.isWritable(folder)) {
            throw new PartFailure("The data folder " + folder + " cannot be written to; choose another with --data.");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
