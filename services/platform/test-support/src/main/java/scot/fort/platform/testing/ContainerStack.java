package scot.fort.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;
import scot.fort.local.Addresses;
import scot.fort.local.Home;

/** Containers of the images that docker-compose.yml names; they end with the tests' process. */
final class ContainerStack implements StackSource {

    private static final int REGISTRY = 8080;
    private static final int REGISTRY_MANAGEMENT = 9000;
    private static final int SMTP = 3025;
    private static final int IMAP = 3143;

    private final BooleanSupplier engineIsReachable;

    ContainerStack() {
        this(() -> DockerClientFactory.instance().isDockerAvailable());
    }

    ContainerStack(BooleanSupplier engineIsReachable) {
        this.engineIsReachable = engineIsReachable;
    }

    @Override
    public void requireAvailable() {
        if (!engineIsReachable.getAsBoolean()) {
            throw new TestAbortedException("FORT_STACK=containers asks for containers, but no container engine can be"
                    + " reached, so what needs the real parts is not tested; start one, or leave FORT_STACK unset");
        }
    }

    @Override
    public Addresses start() {
        KafkaContainer kafka =
                new KafkaContainer(image("apache/kafka")).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        GenericContainer<?> registry = new GenericContainer<>(image("apicurio/apicurio-registry"))
                .withExposedPorts(REGISTRY, REGISTRY_MANAGEMENT)
                .waitingFor(Wait.forHttp("/health/ready").forPort(REGISTRY_MANAGEMENT));
        MongoDBContainer mongodb = new MongoDBContainer(image("mongo")).withReplicaSet();
        GenericContainer<?> mail = new GenericContainer<>(image("greenmail/standalone"))
                .withExposedPorts(SMTP, IMAP)
                .withEnv(
                        "GREENMAIL_OPTS",
                        "-Dgreenmail.setup.test.smtp -Dgreenmail.setup.test.imap -Dgreenmail.hostname=0.0.0.0"
                                + " -Dgreenmail.auth.disabled");
        Startables.deepStart(kafka, registry, mongodb, mail).join();
        return new Addresses(
                kafka.getBootstrapServers(),
                demandingCompatibility(
                        "http://%s:%d/apis/ccompat/v7".formatted(registry.getHost(), registry.getMappedPort(REGISTRY))),
                mongodb.getConnectionString() + "/?directConnection=true",
                mail.getHost(),
                mail.getMappedPort(SMTP),
                mail.getHost(),
                mail.getMappedPort(IMAP));
    }

    /** The image of that name in the version that docker-compose.yml runs. */
    static DockerImageName image(String name) {
        try {
            var found = Pattern.compile("image: (" + Pattern.quote(name) + ":\\S+)")
                    .matcher(Files.readString(Home.find().resolve("docker-compose.yml")));
            if (!found.find()) {
                throw new IllegalStateException("docker-compose.yml names no image " + name);
            }
            return DockerImageName.parse(found.group(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A new registry checks nothing; ours demands what the events promise to keep. */
    private static String demandingCompatibility(String url) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest level = HttpRequest.newBuilder(URI.create(url + "/config"))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                    .build();
            int status = http.send(level, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("The registry answered " + status + " when told its compatibility");
            }
            return url;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
