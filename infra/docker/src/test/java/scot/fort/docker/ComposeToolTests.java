package scot.fort.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Compose tool's own opinion; it needs no engine for that. */
class ComposeToolTests {

    private static final List<List<String>> TOOLS = List.of(List.of("docker-compose"), List.of("docker", "compose"));

    private final Tree tree = Tree.find();

    @TempDir
    private Path folder;

    private List<String> tool = List.of();

    @BeforeEach
    void findTool() {
        tool = TOOLS.stream()
                .filter(candidate -> run(Stream.concat(candidate.stream(), Stream.of("version"))) == 0)
                .findFirst()
                .orElseGet(
                        () -> Assumptions.abort(
                                "There is neither docker-compose nor the compose plugin of docker on the"
                                        + " PATH, so no Compose tool has checked docker-compose.yml; Debian: apt-get install docker-compose"));
    }

    @Test
    void takesTheRealFile() {
        assertThat(config(tree.root().resolve("docker-compose.yml"))).isZero();
    }

    @Test
    void refusesABrokenFile() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("docker-compose.yml"),
                tree.text("docker-compose.yml").replace("condition: service_healthy", "condition: service_happy"));

        assertThat(config(broken)).isNotZero();
    }

    private int config(Path file) {
        return run(Stream.concat(tool.stream(), Stream.of("-f", file.toString(), "config", "-q")));
    }

    /** The exit code; not 0 when there is no such program. */
    private int run(Stream<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FORT_"));
        try {
            return builder.start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
