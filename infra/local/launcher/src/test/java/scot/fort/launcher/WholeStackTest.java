package scot.fort.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scot.fort.local.Home;
import scot.fort.local.Part;

/** The life of a real stack, as its commands tell it. One test, since a start is dear. */
class WholeStackTest {
    @TempDir
    private Path parent;

    private Path data() {
        return parent.resolve("data");
    }

    @AfterEach
    void stopWhatIsLeft() {
        if (Files.exists(data().resolve("stack.properties"))) {
            LocalStack.attach(data()).close();
        }
    }

    @Test
    void startsOnceShowsItselfAndLeavesNothingRunning() throws Exception {
        Said up = say("up", "--detach", "--free-ports");
        assertThat(up.exit()).as(up.text()).isZero();
        List<Part> parts = LocalStack.attach(data()).parts();
        assertThat(parts).hasSizeGreaterThanOrEqualTo(9);
        assertThat(up.text()).contains("(%1$d of %1$d)".formatted(parts.size()), "Ready after");
        assertThat(parts).allMatch(Part::isReady);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data())))
                .isEqualTo("rwx------");

        Said status = say("status");
        assertThat(status.exit()).as(status.text()).isZero();
        assertThat(status.text().lines().filter(line -> line.contains(" ready ")))
                .hasSize(10);
        assertThat(say("token", "auditor").text().strip().split("\\.")).hasSize(3);
        assertThat(say("token", "nobody").text())
                .startsWith("fort: The issuer knows no client 'nobody'")
                .hasLineCount(1);
        assertThat(say("logs", "timeline").text()).contains("TimelineApplication");

        assertThatTheCommandsAreTrueOf("integration-guide.md");
        assertThatTheCommandsAreTrueOf("screening-guide.md");

        Said again = say("up", "--detach", "--free-ports");
        assertThat(again.exit()).isOne();
        assertThat(again.text())
                .contains("is running in " + data() + " already")
                .hasLineCount(1);

        Said down = say("down");
        assertThat(down.exit()).as(down.text()).isZero();
        assertThat(parts).noneMatch(Part::isAlive);
        assertThat(parts.stream().map(Part::pid)).allMatch(Optional::isEmpty);
        assertThat(say("status").exit()).isOne();
        assertThat(say("down").text()).contains("Nothing runs");
    }

    /** All commands of a guide are run, but for the start and the end of the stack, which are this test's. */
    private void assertThatTheCommandsAreTrueOf(String guide) throws IOException {
        LocalStack fort = LocalStack.attach(data());
        String launcher = """
                export FORT_HOME='%s'
                fort() { case $1 in up | down) ;; *) '%s' -cp '%s' scot.fort.launcher.Fort "$@" --data '%s' ;; esac; }
                """.formatted(
                        Home.find(),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        data());
        List<Guide.Done> done = Guide.read(Home.find().resolve("docs").resolve(guide))
                .run(
                        Files.createDirectory(parent.resolve(guide)),
                        launcher,
                        Map.of(
                                "./fort ",
                                "fort ",
                                "infra/local/data/",
                                Home.find().resolve("infra/local/data") + "/",
                                "http://127.0.0.1:8081",
                                fort.url(Service.REFERRAL_INTAKE),
                                "http://127.0.0.1:8082",
                                fort.url(Service.TRIAGE)));
        assertThat(done).hasSizeGreaterThan(20);
        done.forEach(step -> {
            assertThat(step.exit()).as(step.toString()).isZero();
            assertThat(Shown.isIn(step)).as(step.toString()).isTrue();
        });
    }

    @Test
    void saysThatThereIsNoStack() {
        Said status = say("status");

        assertThat(status.exit()).isOne();
        assertThat(status.text())
                .startsWith("fort: There is no stack in " + data())
                .hasLineCount(1);
    }

    /** Runs a command on the data folder of this test. */
    private Said say(String... command) {
        String[] arguments = Stream.concat(Arrays.stream(command), Stream.of("--data", data().toString()))
                .toArray(String[]::new);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            return new Said(Fort.commands().execute(arguments), said);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private record Said(int exit, ByteArrayOutputStream bytes) {
        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
