package scot.fort.journey.submission;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import scot.fort.local.Addresses;
import scot.fort.platform.messaging.contract.ServiceSettings;
import scot.fort.platform.testing.RealStack;
import scot.fort.platform.testing.TestIssuer;
import scot.fort.platform.testing.TopicReader;

/** Two instances of intake on one database, one broker and one registry, which never fail. */
final class Intake implements AutoCloseable {

    private static final Duration READY = Duration.ofSeconds(90);

    private final Addresses stack = RealStack.addresses();
    private final String prefix = "submission-" + UUID.randomUUID().toString().substring(0, 8);
    private final TestIssuer issuer = TestIssuer.start();
    private final MongoClient database = MongoClients.create(stack.mongodbUri());
    private final List<IntakeInstance> instances;

    private Intake() {
        Map<String, String> settings = ServiceSettings.of(stack, prefix, issuer.uri());
        Path logs = logs();
        instances = Stream.of("one", "two")
                .map(name -> IntakeInstance.start(settings, logs.resolve("intake-" + name + ".log")))
                .toList();
    }

    static Intake start() {
        return new Intake();
    }

    /** Returns when both instances answer. */
    void awaitReady() {
        instances.forEach(instance -> instance.awaitReady(READY));
    }

    IntakeInstance instance(int number) {
        return instances.get(number);
    }

    List<IntakeInstance> instances() {
        return instances;
    }

    /** The token of somebody of an organisation who may submit. */
    String token(String organisation) {
        return issuer.token("kim", organisation, "REFERRER");
    }

    MongoCollection<Document> referrals() {
        return database.getDatabase(prefix + "_intake").getCollection("referrals");
    }

    /** All that was ever told of referrals, repeats included. */
    List<ConsumerRecord<byte[], byte[]>> told() {
        return TopicReader.read(stack.kafka(), (prefix + ".intake.v1")::equals);
    }

    @Override
    public void close() {
        instances.forEach(IntakeInstance::close);
        database.close();
        issuer.close();
    }

    private static Path logs() {
        try {
            return Files.createDirectories(Path.of("target", "logs"));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }
}
