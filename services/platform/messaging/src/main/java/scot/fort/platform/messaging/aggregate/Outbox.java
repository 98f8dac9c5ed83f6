package scot.fort.platform.messaging.aggregate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import scot.fort.events.EventCatalogue;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;

/** Turns domain events into outbox entries: numbered, dated, encoded, with all that their headers will say. */
final class Outbox<E> {

    private final String source;
    private final String topicPrefix;
    private final EventWriter<E> writer;
    private final EventEncoder encoder;
    private final Clock clock;
    private final Ids ids;

    Outbox(String source, String topicPrefix, EventWriter<E> writer, EventEncoder encoder, Clock clock, Ids ids) {
        this.source = source;
        this.topicPrefix = topicPrefix;
        this.writer = writer;
        this.encoder = encoder;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param after sequence of the aggregate's last event */
    List<BsonDocument> entries(Subject subject, long after, List<Caused<E>> events) {
        Instant now = clock.instant();
        List<BsonDocument> entries = new ArrayList<>(events.size());
        long sequence = after;
        for (Caused<E> caused : events) {
            entries.add(entry(subject, ++sequence, caused, now));
        }
        return entries;
    }

    private BsonDocument entry(Subject subject, long sequence, Caused<E> caused, Instant now) {
        Cause cause = caused.cause();
        EventMetadata metadata = EventMetadata.newBuilder()
                .setEventId(ids.next())
                .setReferralId(subject.referralId())
                .setSource(source)
                .setSequence(sequence)
                .setOccurredAt(now)
                .setRecordedAt(now)
                .setActor(cause.actor())
                .setOrganisation(cause.organisation())
                .setCorrelationId(cause.correlationId())
                .setCausationId(cause.causationId())
                .build();
        SpecificRecord event = writer.write(caused.event(), metadata);
        String topic = EventCatalogue.topic(topicPrefix, event.getSchema());
        BsonDocument entry = new BsonDocument("sequence", new BsonInt64(sequence))
                .append("eventId", new BsonString(metadata.getEventId()))
                .append("topic", new BsonString(topic))
                .append("type", new BsonString(event.getSchema().getFullName()))
                .append("source", new BsonString(source))
                .append("key", new BsonString(subject.key()))
                .append("payload", new BsonBinary(encoder.encode(topic, event)))
                .append("recordedAt", new BsonDateTime(now.toEpochMilli()));
        if (cause.traceparent() != null) {
            entry.append("traceparent", new BsonString(cause.traceparent()));
        }
        return entry;
    }
}
