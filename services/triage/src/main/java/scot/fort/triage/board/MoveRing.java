package scot.fort.triage.board;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last moves; each has a place, counted from the first ever. */
final class MoveRing {

    private final @Nullable Move[] moves;
    private long end;

    MoveRing(int capacity) {
        moves = new Move[capacity];
    }

    /** The place of the move that comes next. */
    long end() {
        return end;
    }

    void add(List<Move> more) {
        for (Move move : more) {
            moves[(int) (end % moves.length)] = move;
            end++;
        }
    }

    boolean hasLost(long place) {
        return place < end - moves.length;
    }

    /** Those from a place on that it has not lost. */
    List<Move> from(long place, int most) {
        List<Move> found = new ArrayList<>();
        for (long at = place; at < end && found.size() < most; at++) {
            Move move = moves[(int) (at % moves.length)];
            if (move != null) {
                found.add(move);
            }
        }
        return found;
    }
}
