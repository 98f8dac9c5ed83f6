package scot.fort.broken.screening;

import org.apache.kafka.clients.producer.Producer;

/** A feature that sends by itself. */
record LoudScreening(Producer<byte[], byte[]> producer) {}
