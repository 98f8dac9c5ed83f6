package scot.fort.launcher;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import scot.fort.local.Jvm;
import scot.fort.local.Ports;
import scot.fort.platform.sealing.KeyEncryptionKey;

/**
 * Makes the archive of {@link QuickStart}: starts a service until it would serve, notes the classes it loaded, and archives those of
 * the libraries. Nothing is lost when it fails: services then start plainly.
 */
final class Preparation {
    private static final Service TRAINED = Service.TIMELINE;
    private static final int MINUTES = 5;
    private static final String NOBODY = "127.0.0.1:1";

    private Preparation() {}

    /** Does nothing when these libraries have their archive already. */
    static void run(PrintStream out) {
        QuickStart quick = QuickStart.ofThisBuild();
        if (quick.isPrepared()) {
            return;
        }
        out.println("Preparing quick starts, once for these libraries.");
        try {
            Files.createDirectories(quick.folder());
            Path classes = quick.folder().resolve("classes.txt");
            Path next = quick.folder().resolve("archive.next");
            run(quick.folder(), train(quick, classes));
            run(quick.folder(), archive(quick, classes, next));
            quick.forgetOthers();
            Files.move(next, quick.archive(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            out.println("That failed (" + e.getMessage() + "); services start without.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> train(QuickStart quick, Path classes) {
        return Jvm.command(
                TRAINED.heapMegabytes(),
                "-XX:DumpLoadedClassList=" + classes,
                "-Xshare:off",
                "-Dspring.context.exit=onRefresh",
                "-cp",
                quick.classPath(TRAINED),
                QuickStart.mainClass(TRAINED));
    }

    private static List<String> archive(QuickStart quick, Path classes, Path archive) {
        return Jvm.command(
                TRAINED.heapMegabytes(),
                "-XX:+AOTClassLinking",
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes,
                "-XX:SharedArchiveFile=" + archive,
                "-cp",
                quick.sharedClassPath());
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        File log = folder.resolve("log.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        Set<Integer> taken = new HashSet<>();
        builder.environment().put("FORT_PORT", Integer.toString(Ports.anyFree(taken)));
        builder.environment().put("FORT_MANAGEMENT_PORT", Integer.toString(Ports.anyFree(taken)));
        builder.environment().put("FORT_KAFKA", NOBODY);
        builder.environment().put("FORT_MONGODB_URI", "mongodb://" + NOBODY + "/?directConnection=true");
        builder.environment().put("FORT_SCHEMA_REGISTRY_URL", "http://" + NOBODY);
        builder.environment().put("FORT_KEK_FILE", key(folder).toString());
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("see " + log);
        }
    }

    /** A service does not start without one; this seals nothing. */
    private static Path key(Path folder) {
        Path file = folder.resolve("unused-key.json");
        try {
            if (Files.notExists(file)) {
                KeyEncryptionKey.generate(file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
