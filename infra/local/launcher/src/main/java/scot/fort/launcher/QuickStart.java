package scot.fort.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.local.Home;

/**
 * One archive of classes that all services map instead of reading, verifying and linking the libraries each for itself, which takes
 * half of their start (JEP 483's linking, in the JDK's class data sharing).
 *
 * <p>It holds the libraries that the five services have in common and nothing of FORT's own, so it outlives changes of our code; the
 * name of its file says which libraries and which JDK it is of. Without it a service starts plainly.
 */
final class QuickStart {
    private static final String OWN = "fort-";
    private static final String ARCHIVE = ".jsa";

    private final Path folder;
    private final List<Path> shared;

    private QuickStart(Path folder, List<Path> shared) {
        this.folder = folder;
        this.shared = shared;
    }

    static QuickStart ofThisBuild() {
        Path folder = Home.find().resolve("infra/local/launcher/target/quick-start");
        List<Path> services = Service.all().stream()
                .filter(service -> service != Service.IDENTITY)
                .map(QuickStart::libraries)
                .toList();
        return new QuickStart(folder, common(services));
    }

    /** The arguments for {@code java} that run a service: quickly where there is an archive. */
    List<String> arguments(Service service) {
        return service != Service.IDENTITY && Files.exists(archive())
                ? List.of("-XX:SharedArchiveFile=" + archive(), "-cp", classPath(service), mainClass(service))
                : List.of("-jar", service.jar().toString());
    }

    boolean isPrepared() {
        return shared.isEmpty() || Files.exists(archive());
    }

    Path folder() {
        return folder;
    }

    /** Named by what it depends on, so that it is never taken for that of other libraries or another JDK. */
    Path archive() {
        int libraries = shared.stream().map(QuickStart::fingerprint).toList().hashCode();
        return folder.resolve("libraries-%s-%08x%s".formatted(Runtime.version(), libraries, ARCHIVE));
    }

    /** Removes the archives of former libraries. */
    void forgetOthers() throws IOException {
        for (Path former : files(folder, ARCHIVE)) {
            Files.delete(former);
        }
    }

    /** The libraries in the archive: the first part of every service's class path, in this order. */
    String sharedClassPath() {
        return join(shared.stream());
    }

    String classPath(Service service) {
        Set<Path> names = shared.stream().map(Path::getFileName).collect(Collectors.toSet());
        Stream<Path> rest = jars(libraries(service)).stream().filter(jar -> !names.contains(jar.getFileName()));
        return join(Stream.of(shared.stream(), rest, Stream.of(service.jar())).flatMap(jars -> jars));
    }

    static String mainClass(Service service) {
        try (JarFile jar = new JarFile(service.jar().toFile())) {
            return jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> common(List<Path> services) {
        Set<Path> names = new HashSet<>(
                jars(services.getFirst()).stream().map(Path::getFileName).toList());
        services.forEach(libraries ->
                names.retainAll(jars(libraries).stream().map(Path::getFileName).toList()));
        return names.stream()
                .filter(name -> !name.toString().startsWith(OWN))
                .sorted()
                .map(services.getFirst()::resolve)
                .toList();
    }

    private static Path libraries(Service service) {
        return service.jar().resolveSibling("lib");
    }

    private static List<Path> jars(Path folder) {
        return files(folder, ".jar");
    }

    private static List<Path> files(Path folder, String ending) {
        return Optional.ofNullable(folder.toFile().listFiles((_, name) -> name.endsWith(ending))).stream()
                .flatMap(Arrays::stream)
                .map(File::toPath)
                .sorted()
                .toList();
    }

    private static String join(Stream<Path> jars) {
        return jars.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Object> fingerprint(Path jar) {
        try {
            return List.of(
                    jar.toString(),
                    Files.size(jar),
                    Files.getLastModifiedTime(jar).toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
