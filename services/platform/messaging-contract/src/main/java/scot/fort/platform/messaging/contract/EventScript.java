package scot.fort.platform.messaging.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.EventCatalogue;
import scot.fort.events.common.EventMetadata;

/**
 * The story of one referral as the services tell it, in an order in which it may have happened. Each event gets the next
 * number of its source, happens five minutes after the one before it, and has an id that follows from all this, so that
 * the same script gives the same events.
 */
public final class EventScript {

    private static final Duration PACE = Duration.ofMinutes(5);
    private static final Map<String, String> ORGANISATIONS = Map.of(
            "intake", "school-rosebank",
            "triage", "mash",
            "allocation", "support-coordinator");

    private final String referralId;
    private final List<ScriptedEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant time = EventSamples.TIME;

    private EventScript(String referralId) {
        this.referralId = referralId;
    }

    public static EventScript about(String referralId) {
        return new EventScript(referralId);
    }

    /** What happens next; the event's own namespace says which service tells it. */
    public EventScript then(RecordBuilder<? extends SpecificRecord> builder) {
        return then(builder.build());
    }

    /** What happens next; the metadata of the event, whatever it is, is replaced. */
    public EventScript then(SpecificRecord event) {
        String source = EventCatalogue.context(event.getSchema());
        long sequence = sequences.merge(source, 1L, Long::sum);
        String organisation = ORGANISATIONS.getOrDefault(source, "fort");
        EventMetadata metadata = EventMetadata.newBuilder()
                .setEventId(id(source, sequence))
                .setReferralId(referralId)
                .setSource(source)
                .setSequence(sequence)
                .setOccurredAt(time)
                .setRecordedAt(time.plusMillis(sequence))
                .setActor("somebody-of-" + organisation)
                .setOrganisation(organisation)
                .setCorrelationId(id("correlation", 0))
                .build();
        event.put(0, metadata);
        events.add(new ScriptedEvent(event, metadata));
        time = time.plus(PACE);
        return this;
    }

    public String referralId() {
        return referralId;
    }

    public List<ScriptedEvent> events() {
        return List.copyOf(events);
    }

    private String id(String source, long sequence) {
        return UUID.nameUUIDFromBytes((referralId + source + sequence).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
