package scot.fort.allocation.directory;

import java.time.Instant;

/**
 * What a service says of its own room.
 *
 * @param maximum places that there are
 * @param available those of them that are not taken by families who came otherwise than through an offer
 * @param statedAt when it was said; a later statement stands against an earlier one
 */
public record Capacity(int maximum, int available, Instant statedAt) {

    /** Of a service that has said nothing yet. */
    public static final Capacity NONE = new Capacity(0, 0, Instant.EPOCH);

    boolean isSameAs(Capacity other) {
        return maximum == other.maximum && available == other.available;
    }
}
