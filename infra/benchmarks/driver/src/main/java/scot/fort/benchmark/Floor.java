package scot.fort.benchmark;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The least that it takes to have something told by one service in the database of another: a record is sent, polled, and
 * put into the database, over the same broker and server; nothing is decided, sealed or kept for a repetition. There are two
 * floors: the record alone, and the record after a submission to the bare endpoint.
 */
final class Floor implements AutoCloseable {

    private static final String TOPIC = "fort-benchmark-floor";
    private static final int PARTITIONS = 12;
    private static final int DIGITS = 3;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final MongoClient mongo;
    private final MongoCollection<Document> told;
    private final byte[] ballast;
    private final AtomicLong sent = new AtomicLong();

    /** @param bytes of a record */
    Floor(String kafka, String mongodbUri, int bytes) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The broker makes no topic", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", interrupted);
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        mongo = MongoClients.create(mongodbUri);
        told = mongo.getDatabase("fort_benchmark_floor").getCollection("told").withWriteConcern(WriteConcern.MAJORITY);
        ballast = new byte[bytes];
    }

    /**
     * Records alone, at a steady rate; in nanoseconds from when each was due until it was in the database.
     *
     * @param settle what is sent before that does not count
     * @param duration from then on
     */
    Histogram ofRecords(int perSecond, Duration settle, Duration duration) {
        return measure(settle, () -> {
            long records = settle.plus(duration).toSeconds() * perSecond;
            long start = System.nanoTime();
            for (long record = 0; record < records; record++) {
                long moment = start + record * Duration.ofSeconds(1).toNanos() / perSecond;
                Moments.await(moment);
                send(UUID.randomUUID().toString(), moment);
            }
        });
    }

    /** The same, of a record that is sent when the bare endpoint has accepted a submission; from when that was due. */
    Histogram ofSubmissions(SteadySubmissions submissions, int bare, Duration settle, Duration duration) {
        return measure(settle, () -> submissions.run(bare, settle.plus(duration), this::send));
    }

    private void send(String key, long moment) {
        byte[] value = ballast.clone();
        ByteBuffer.wrap(value).putLong(moment);
        producer.send(new ProducerRecord<>(TOPIC, key, value));
        sent.incrementAndGet();
    }

    private Histogram measure(Duration settle, Runnable sending) {
        Histogram latencies = new Histogram(DIGITS);
        sent.set(0);
        AtomicLong deadline = new AtomicLong(Long.MAX_VALUE);
        long from = System.nanoTime() + settle.toNanos();
        Thread reader = Thread.ofPlatform().start(() -> read(latencies, from, deadline));
        sending.run();
        deadline.set(System.nanoTime() + DRAIN.toNanos());
        Threads.join(reader);
        told.deleteMany(new Document());
        return latencies;
    }

    private void read(Histogram latencies, long from, AtomicLong deadline) {
        long read = 0;
        while (System.nanoTime() < deadline.get() && (deadline.get() == Long.MAX_VALUE || read < sent.get())) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                told.replaceOne(
                        Filters.eq("_id", record.key()),
                        new Document("_id", record.key()).append("value", new Binary(record.value())),
                        new ReplaceOptions().upsert(true));
                long moment = ByteBuffer.wrap(record.value()).getLong();
                if (moment >= from) {
                    latencies.recordValue(System.nanoTime() - moment);
                }
                read++;
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        mongo.close();
    }
}
