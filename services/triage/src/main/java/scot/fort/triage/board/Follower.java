package scot.fort.triage.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One who follows: the board as it was at the beginning, then move after move. For one thread. */
public interface Follower extends AutoCloseable {

    /** The open screenings at the beginning, in no order; they are let go once something else is asked for. */
    List<Sight> rows();

    /** When the beginning is. */
    Instant at();

    /**
     * What is told next; no moves when there are none within a time.
     *
     * @param moves in their order
     * @param at as of when all has been told; while more waits to be told, no later than before
     * @param ends whether nothing more will be told: the service stops, the board cannot be kept, or whoever follows is too
     *     far behind
     */
    record Told(List<Move> moves, Instant at, boolean ends) {
        static final Told END = new Told(List.of(), Instant.EPOCH, true);
    }

    Told next(Duration patience) throws InterruptedException;

    /** Follows no longer. */
    @Override
    void close();
}
