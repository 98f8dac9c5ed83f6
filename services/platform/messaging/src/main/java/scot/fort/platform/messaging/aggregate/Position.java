package scot.fort.platform.messaging.aggregate;

/**
 * The last event of a source that an aggregate has applied or skipped.
 *
 * @param sequence dense from 1
 * @param eventId kept to notice two events under one sequence
 */
public record Position(long sequence, String eventId) {

    /** Before the first event. */
    public static final Position START = new Position(0, "");
}
