package scot.fort.triage.screening.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client that was cut sends as {@code Last-Event-ID}. It means the same to every instance.
 *
 * @param at until when it has been told all
 * @param mark of the {@link QueueView} that it was told
 * @param resumes whether it can be told what it misses; else it has to be told all anew
 */
record EventId(Instant at, String mark, boolean resumes) {

    private static final String SEPARATOR = ".";
    private static final String ANEW = "anew";

    String text() {
        return Long.toString(at.toEpochMilli(), Character.MAX_RADIX)
                + SEPARATOR
                + mark
                + (resumes ? "" : SEPARATOR + ANEW);
    }

    /** None where it is no id; whoever sends that is told all anew. */
    static Optional<EventId> read(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split("\\.", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochMilli(Long.parseLong(parts[0], Character.MAX_RADIX));
            return Optional.of(new EventId(at, parts[1], parts.length == 2));
        } catch (NumberFormatException | DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
