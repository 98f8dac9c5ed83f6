package scot.fort.broken.screening.kafka;

import com.mongodb.client.MongoClient;

/** MongoDB in the adapter of Kafka. */
record StoringConsumer(MongoClient client) {}
