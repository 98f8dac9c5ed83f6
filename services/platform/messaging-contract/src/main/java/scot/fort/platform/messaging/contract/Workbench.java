package scot.fort.platform.messaging.contract;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.codecs.configuration.CodecRegistry;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.local.Addresses;
import scot.fort.platform.messaging.MessagingProperties;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.EventEncoder;
import scot.fort.platform.messaging.aggregate.Indexes;
import scot.fort.platform.messaging.consume.Alarms;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.consume.EventDecoder;
import scot.fort.platform.messaging.consume.ParkedEvents;
import scot.fort.platform.messaging.relay.OutboxRelay;
import scot.fort.platform.testing.DatabaseCommands;

/** A consumer's surroundings: the real database, registry and broker, and no relay, so that what would be sent stays to be seen. */
final class Workbench implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final MessagingProperties properties;
    private final Clock clock;
    private final DatabaseCommands commands = DatabaseCommands.all();
    private final MongoClient client;
    private final MongoDatabase database;
    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;
    private final Producer<byte[], byte[]> producer;
    private final DeadLetterTopic deadLetters;
    private final MeterRegistry meters = new SimpleMeterRegistry();

    Workbench(Addresses stack, String service, CodecRegistry codecs, Clock clock) {
        this.clock = clock;
        String run = "contract-" + service + "-" + UUID.randomUUID().toString().substring(0, 8);
        properties = new MessagingProperties(
                service,
                run,
                run,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                900_000,
                1,
                "unused",
                "unused",
                Map.of());
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(stack.mongodbUri()))
                .addCommandListener(commands)
                .build());
        database = client.getDatabase(run).withCodecRegistry(codecs).withWriteConcern(WriteConcern.MAJORITY);
        serializer = Serdes.serializer(stack);
        deserializer = Serdes.deserializer(stack);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.kafka(), ProducerConfig.ACKS_CONFIG, "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        deadLetters = new DeadLetterTopic(stack.kafka(), properties.topic("dead-letter"));
    }

    /** A newly started instance of the consumer. */
    BatchMessageListener<byte[], byte[]> instance(ConsumerContract contract) {
        return service(contract).consumer();
    }

    /** The consumer, and what waits for it. */
    record Service(BatchMessageListener<byte[], byte[]> consumer, ParkedEvents parked) {}

    Service service(ConsumerContract contract) {
        Indexes indexes = new Indexes();
        OutboxRelay idle = new OutboxRelay(() -> producer, properties.sweepInterval(), clock, meters);
        AggregateStores stores = new AggregateStores(
                database,
                properties.source(),
                properties.topicPrefix(),
                new EventEncoder(serializer, properties.maxEventBytes()),
                idle,
                indexes,
                clock,
                () -> UUID.randomUUID().toString());
        Consumers consumers = new Consumers(
                properties, Map.of(), producer, new EventDecoder(deserializer), new Alarms(meters), clock);
        BatchMessageListener<byte[], byte[]> consumer = contract.consumer(stores, consumers);
        indexes.start();
        Awaitility.await().atMost(SOON).until(indexes::areReady);
        return new Service(consumer, consumers.parked());
    }

    EventRecords records() {
        return new EventRecords(serializer, properties.topicPrefix());
    }

    DeadLetterTopic deadLetters() {
        return deadLetters;
    }

    void forgetAll(String collection) {
        database.getCollection(collection).deleteMany(Filters.empty());
    }

    /** As if what waits had been parked by a release that gave no ids. */
    void forgetIds(String collection) {
        database.getCollection(collection).updateMany(Filters.exists("parked.id"), Updates.unset("parked.$[].id"));
    }

    /** As if so much were known of a referral. */
    void fill(String collection, String referralId, String field, int bytes) {
        database.getCollection(collection)
                .updateOne(Filters.eq("_id", referralId), Updates.set("state." + field, "x".repeat(bytes)));
    }

    /** What is asked of the database while something is done. */
    List<String> askedDuring(Runnable work) {
        return commands.during(work);
    }

    /** What the database holds of a referral now. */
    StoredAggregate stored(String collection, String referralId) {
        BsonDocument document = database.getCollection(collection, BsonDocument.class)
                .withCodecRegistry(MongoClientSettings.getDefaultCodecRegistry())
                .find(Filters.eq("_id", referralId))
                .first();
        return new StoredAggregate(
                Objects.requireNonNull(document, () -> "Nothing is stored of " + referralId + " in " + collection),
                deserializer);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
        serializer.close();
        deserializer.close();
        producer.close();
        deadLetters.close();
    }
}
