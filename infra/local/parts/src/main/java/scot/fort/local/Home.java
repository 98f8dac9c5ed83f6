package scot.fort.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project lies on this machine: the built servers are found from it, whichever module's folder a test runs in. */
public final class Home {
    private static final Path PARTS = Path.of("infra", "local", "parts");

    private Home() {}

    /** The folder {@code FORT_HOME} names, else the nearest one above the working folder that holds the project. */
    public static Path find() {
        String named = System.getenv("FORT_HOME");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(PARTS).resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new PartFailure("This is not inside the FORT project; go there, or set FORT_HOME to its folder.");
    }

    /** Something that the build of the parts leaves in its target folder. */
    static Path built(String name) {
        Path path = find().resolve(PARTS).resolve("target").resolve(name);
        if (!Files.exists(path)) {
            throw new PartFailure(path + " is missing; build it with: mvn -pl infra/local/parts install -DskipTests");
        }
        return path;
    }
}
