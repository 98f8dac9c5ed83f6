package scot.fort.launcher;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import scot.fort.local.PartFailure;
import scot.fort.platform.sealing.KeyFile;
import scot.fort.platform.sealing.KeyUse;
import scot.fort.platform.sealing.KeysUnavailableException;
import scot.fort.platform.sealing.SecretFile;

/** What an operator does with the file of a key-encryption key; docs/operations/keys.md says when. */
@Command(
        name = "keys",
        description = "Make the key-encryption key, and let another follow it: generate, then add, promote and retire.",
        sortOptions = false)
final class KeysCommand {

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "Say all this.")
    private boolean help;

    @Command(description = "Make a file with a first key.")
    int generate(@Parameters(paramLabel = "FILE", description = "That does not exist yet.") Path file) {
        String key = step(file, () -> KeyFile.at(file).generate());
        return told(
                "%s holds the key %s; nobody but you can read the file.".formatted(file, key),
                "Keep a copy in a safe: without it nobody can ever read what is sealed.");
    }

    @Command(description = "Add a key that unwraps, and does not wrap yet.")
    int add(@Parameters(paramLabel = "FILE") Path file) {
        String key = step(file, () -> KeyFile.at(file).add());
        return told(
                "%s holds the further key %s, which wraps nothing yet.".formatted(file, key),
                "Give every instance of every service this file, and keep a copy in the safe; then promote the key.");
    }

    @Command(description = "Have the newest key wrap from now on.")
    int promote(@Parameters(paramLabel = "FILE") Path file) {
        String key = step(file, () -> KeyFile.at(file).promote());
        return told(
                "The key %s of %s wraps from now on.".formatted(key, file),
                "Give every instance of every service this file; when fort.keys.outdated is 0, retire the earlier key.");
    }

    @Command(description = "Move earlier keys into a file of their own, once nothing in the store is wrapped by them.")
    int retire(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--into",
                            paramLabel = "FILE",
                            required = true,
                            description = "Takes the earlier keys, which a backup of the store still needs.")
                    Path retired,
            @Option(
                            names = "--mongodb-uri",
                            paramLabel = "URI",
                            required = true,
                            defaultValue = "${env:FORT_MONGODB_URI}",
                            description = "Where the store of data keys is; FORT_MONGODB_URI unless given.")
                    String mongodbUri,
            @Option(
                            names = "--prefix",
                            paramLabel = "PREFIX",
                            defaultValue = "${env:FORT_DATABASE_PREFIX:-fort}",
                            description =
                                    "First part of the name of the store; FORT_DATABASE_PREFIX, or fort, unless given.")
                    String prefix) {
        KeyFile keys = KeyFile.at(file);
        if (!step(file, keys::earlier).isEmpty()) {
            requireUnused(file, mongodbUri, prefix + "_keys");
        }
        List<String> gone = step(file, () -> keys.retire(retired));
        return told(
                "%s no longer holds %s, which is in %s.".formatted(file, String.join(", ", gone), retired),
                "Give every instance this file; destroy the other one when the last backup from before today is gone.");
    }

    @Command(description = "Make a file with a key to match children under.")
    int matching(@Parameters(paramLabel = "FILE", description = "That does not exist yet.") Path file) {
        step(file, () -> {
            SecretFile.generate(file);
            return file;
        });
        return told(
                "%s holds a matching key; nobody but you can read the file.".formatted(file),
                "Keep a copy in a safe, and never change it: what was hashed under another key is found no more.");
    }

    private static void requireUnused(Path file, String mongodbUri, String database) {
        KeyFile keys = KeyFile.at(file);
        KeyUse use = step(file, () -> KeyUse.of(keys.earlier(), keys.inUse(), mongodbUri, database));
        if (use.byEarlier() > 0) {
            throw new PartFailure("An earlier key still wraps data keys in %2$s: %1$d. Nothing was changed"
                    .formatted(use.byEarlier(), database));
        }
        if (use.byTheOneInUse() == 0) {
            throw new PartFailure(
                    "No data key in %s is wrapped by the key in use: this may be the wrong store; nothing was changed"
                            .formatted(database));
        }
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T step(Path file, Step<T> step) {
        try {
            return step.run();
        } catch (FileAlreadyExistsException taken) {
            throw new PartFailure(taken.getFile() + " exists already, and stays as it is", taken);
        } catch (NoSuchFileException missing) {
            throw new PartFailure("There is no file or folder for " + missing.getFile(), missing);
        } catch (AccessDeniedException denied) {
            throw new PartFailure("You may not read or write " + denied.getFile(), denied);
        } catch (IOException failed) {
            throw new PartFailure(file + " cannot be read or written: " + failed.getMessage(), failed);
        } catch (IllegalStateException | KeysUnavailableException refused) {
            throw new PartFailure(String.valueOf(refused.getMessage()), refused);
        }
    }

    private static int told(String... lines) {
        List.of(lines).forEach(System.out::println);
        return 0;
    }
}
