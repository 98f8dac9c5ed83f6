package scot.fort.broken.screening.mongo;

import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.http.HttpStatus;

/** Kafka and HTTP in the adapter of MongoDB. */
record ListeningStore(Consumer<byte[], byte[]> consumer, HttpStatus status) {}
