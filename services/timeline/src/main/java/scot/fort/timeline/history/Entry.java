package scot.fort.timeline.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import scot.fort.platform.lifecycle.Told;

/**
 * One event of a referral.
 *
 * @param type the event's record name
 * @param occurredAt when it happened
 * @param recordedAt when the service that owns it came to know
 * @param source that service
 * @param sequence dense per source, from 1
 * @param actor who did it
 * @param organisation the actor's
 */
public record Entry(
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String source,
        long sequence,
        String eventId,
        String actor,
        String organisation,
        Details details,
        List<SealedPart> sealed)
        implements Told {

    /** What each service said, in its own order; between services it means nothing. */
    static final Comparator<Entry> AS_TOLD = Comparator.comparing(Entry::source).thenComparingLong(Entry::sequence);

    /** The order in which a reader follows the story; no two entries are equal in it. */
    static final Comparator<Entry> AS_HAPPENED = Comparator.comparing(Entry::occurredAt)
            .thenComparing(Entry::recordedAt)
            .thenComparing(AS_TOLD);

    /** Whether nothing sealed of the referral is to be shown from now on. */
    boolean erases() {
        return type.equals("ContentErased");
    }

    /** Codes and times, without what was sealed. */
    Entry emptied() {
        return new Entry(
                type,
                occurredAt,
                recordedAt,
                source,
                sequence,
                eventId,
                actor,
                organisation,
                details,
                sealed.stream().map(SealedPart::emptied).toList());
    }

    @Override
    public Optional<String> text(String field) {
        return details.text(field);
    }

    @Override
    public Optional<Integer> number(String field) {
        return details.number(field);
    }

    @Override
    public List<String> texts(String field) {
        return details.texts(field);
    }
}
