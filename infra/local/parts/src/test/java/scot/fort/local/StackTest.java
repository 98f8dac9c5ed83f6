package scot.fort.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {
    private static final Duration BOUND = Duration.ofSeconds(90);

    private Stack stack;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path folder) {
        this.folder = folder;
        stack = Stack.start(folder, Ports.free(), MongoStorage.FILE).awaitReady(BOUND);
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void createsTheListedTopicsOnceHoweverOftenAsked() throws Exception {
        Topics.create(stack.addresses().kafka(), "twice");
        Topics.create(stack.addresses().kafka(), "twice");

        try (Admin admin = Kafka.admin(stack.addresses().kafka())) {
            assertThat(admin.listTopics().names().get())
                    .contains("twice.intake.v1", "twice.child.v1", "twice.dead-letter.v1");
            assertThat(admin.describeTopics(List.of("twice.intake.v1"))
                            .allTopicNames()
                            .get()
                            .values())
                    .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(12));
        }
    }

    @Test
    void aKilledBrokerKeepsWhatItAcknowledged() throws Exception {
        Topics.create(stack.addresses().kafka(), "kept");
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.addresses().kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept.intake.v1", 0, "key", "value"))
                    .get(30, TimeUnit.SECONDS);
        }

        stack.kafka().kill();
        assertThat(stack.kafka().isAlive()).isFalse();
        stack.kafka().restart(BOUND);

        try (Admin admin = Kafka.admin(stack.addresses().kafka())) {
            TopicPartition partition = new TopicPartition("kept.intake.v1", 0);
            assertThat(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get()
                            .offset())
                    .isEqualTo(1);
        }
    }

    @Test
    void aStoppedDatabaseKeepsItsDocuments() {
        Part mongo = stack.mongo().orElseThrow();
        try (MongoClient client = MongoClients.create(stack.addresses().mongodbUri())) {
            client.getDatabase("kept").getCollection("things").insertOne(new Document("_id", 1));

            mongo.restart(BOUND);

            assertThat(client.getDatabase("kept").getCollection("things").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void theRegistryDemandsCompatibilityWithEveryReleasedSchema() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI config = URI.create(stack.addresses().registryUrl() + "/config");

            assertThat(http.send(HttpRequest.newBuilder(config).build(), BodyHandlers.ofString())
                            .body())
                    .contains("FULL_TRANSITIVE");
        }
    }

    @Test
    void aPausedPartDoesNotAnswerUntilItIsResumed() {
        stack.mail().pause();
        assertThat(stack.mail().isAlive()).isTrue();
        assertThat(stack.mail().isReady()).isFalse();

        stack.mail().resume();
        stack.mail().awaitReady(BOUND);
    }

    @Test
    void anotherProcessFindsTheSameParts() {
        Stack attached = Stack.attach(folder);

        assertThat(attached.addresses()).isEqualTo(Addresses.read(stack.file())).isEqualTo(stack.addresses());
        assertThat(attached.kafka().pid()).isEqualTo(stack.kafka().pid());
        assertThat(attached.kafka().isReady()).isTrue();
    }

    @Test
    void aSecondStackInTheSameFolderIsRefused() {
        assertThatThrownBy(() -> Stack.start(folder, Ports.free(), MongoStorage.MEMORY))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("running in " + folder);
    }

    @Test
    void aTakenPortIsOneClearLine(@TempDir Path other) throws Exception {
        Ports ports = Ports.free();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", ports.kafka()));

            assertThatThrownBy(() -> Stack.start(other, ports, MongoStorage.MEMORY))
                    .isInstanceOf(PartFailure.class)
                    .hasMessage("Port " + ports.kafka()
                            + ", which kafka needs, is taken by another process; free it or choose other ports.");
        }
    }
}
