package scot.fort.triage.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.consume.Heard;
import scot.fort.triage.screening.QueuePlace;

/** The open screenings. What is older than what is there changes nothing, in whichever order it comes. */
final class Board {

    /** So many that are not on it are remembered, lest something old puts them back. */
    private static final int MOST_REMEMBERED = 10_000;

    private final int mostRows;
    private final Map<String, Sight> rows = new HashMap<>();
    private final Map<String, Last> others = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };
    private Instant told;
    private Instant nextTurn = QueuePlace.NEVER;

    private record Last(long version, long sequence) {
        static final Last NONE = new Last(0, 0);
    }

    /** @param mostRows more than that make it fail with a {@link BoardFullException} */
    Board(int mostRows, Instant at) {
        this.mostRows = mostRows;
        this.told = at;
    }

    List<Sight> rows() {
        return List.copyOf(rows.values());
    }

    /** As of when all that follows from the passing of time has been told. */
    Instant told() {
        return told;
    }

    boolean isBehind(String referralId, long version) {
        return last(referralId).version() < version;
    }

    /** Whether there may be something new to read. */
    boolean isBehind(Heard event) {
        return last(event.key()).sequence() < event.sequence();
    }

    /** What comes of the time that has passed, and of having seen these. */
    List<Move> show(Collection<Sight> seen, Instant now) {
        List<Move> moves = passTime(now);
        for (Sight sight : seen) {
            Move move = isBehind(sight.referralId(), sight.version()) ? put(sight) : null;
            if (move != null) {
                moves.add(move);
            }
        }
        return moves;
    }

    /** What is on it and not among these. */
    List<String> notAmong(Collection<Sight> some) {
        Set<String> there = some.stream().map(Sight::referralId).collect(Collectors.toSet());
        return rows.keySet().stream().filter(id -> !there.contains(id)).toList();
    }

    private List<Move> passTime(Instant now) {
        List<Move> moves = new ArrayList<>();
        if (nextTurn.isAfter(now)) {
            told = now.isBefore(told) ? told : now;
            return moves;
        }
        nextTurn = QueuePlace.NEVER;
        for (Sight row : rows.values()) {
            if (!row.turnsAfter(told).isAfter(now)) {
                moves.add(new Move(row.referralId(), row, told, row, now));
            }
            expectTurn(row.turnsAfter(now));
        }
        told = now;
        return moves;
    }

    private @Nullable Move put(Sight now) {
        Sight before = rows.get(now.referralId());
        if (now.isOnBoard()) {
            others.remove(now.referralId());
            rows.put(now.referralId(), now);
            if (rows.size() > mostRows) {
                throw new BoardFullException();
            }
            expectTurn(now.turnsAfter(told));
            return new Move(now.referralId(), before, told, now, told);
        }
        if (before != null) {
            return remove(before, now);
        }
        remember(now);
        return null;
    }

    private Move remove(Sight before, Sight now) {
        rows.remove(before.referralId());
        remember(now);
        return new Move(before.referralId(), before, told, null, told);
    }

    private void remember(Sight now) {
        others.remove(now.referralId());
        others.put(now.referralId(), new Last(now.version(), now.sequence()));
    }

    private void expectTurn(Instant turn) {
        nextTurn = turn.isBefore(nextTurn) ? turn : nextTurn;
    }

    private Last last(String referralId) {
        Sight row = rows.get(referralId);
        return row == null ? others.getOrDefault(referralId, Last.NONE) : new Last(row.version(), row.sequence());
    }
}
