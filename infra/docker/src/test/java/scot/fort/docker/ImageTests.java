package scot.fort.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scot.fort.platform.sealing.KeyEncryptionKey;

/** What the images are made of, and the scripts that run in them. */
class ImageTests {

    private final Tree tree = Tree.find();

    @TempDir
    private Path folder;

    @Test
    void buildsWithoutPullingAFrontEndAndRunsAsNobodySpecial() {
        List<String> lines = tree.text("infra/docker/Dockerfile").lines().toList();

        assertThat(lines).noneMatch(line -> line.startsWith("# syntax="));
        assertThat(lines).contains("USER 1000:1000");
    }

    @Test
    void createsEveryListedTopicWithItsSettings() throws IOException, InterruptedException {
        Path program = folder.resolve("kafka-topics.sh");
        Files.writeString(program, "#!/bin/bash\necho \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Path list = tree.root().resolve("infra/kafka/topics");

        List<String> calls = run(List.of(script("topics"), list.toString(), "broker:9092", "fort"), 0);

        assertThat(calls)
                .hasSameSizeAs(Files.readAllLines(list).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList())
                .contains(
                        "--bootstrap-server broker:9092 --create --if-not-exists --topic fort.intake.v1 --partitions 12"
                                + " --replication-factor 1 --config retention.ms=-1 --config cleanup.policy=delete");
    }

    @Test
    void tellsHealthyFromUnhealthy() throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/up", exchange -> exchange.sendResponseHeaders(200, -1));
        server.createContext("/down", exchange -> exchange.sendResponseHeaders(503, -1));
        server.start();
        String port = Integer.toString(server.getAddress().getPort());

        run(List.of(script("healthy"), port, "/up"), 0);
        run(List.of(script("healthy"), port, "/down"), 1);
        server.stop(0);
        run(List.of(script("healthy"), port, "/up"), 1);
    }

    @Test
    void makesKeysThatTheirOwnerAloneCanRead() throws IOException, InterruptedException {
        Path key = folder.resolve("new/kek.json");
        Path matchingKey = folder.resolve("new/matching-key");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                script("MakeKeys.java"),
                key.toString(),
                matchingKey.toString());

        run(command, 0);

        KeyEncryptionKey.fromFile(key);
        assertThat(Base64.getDecoder().decode(Files.readString(matchingKey).strip()))
                .hasSize(32);
        for (Path made : List.of(key, matchingKey)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rw-------");
        }
        run(command, 1);
    }

    private String script(String name) {
        return tree.root().resolve("infra/docker").resolve(name).toString();
    }

    private List<String> run(List<String> command, int expected) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("KAFKA_BIN", folder.toString());
        assertThat(builder.start().waitFor()).isEqualTo(expected);
        return Files.readAllLines(output);
    }
}
