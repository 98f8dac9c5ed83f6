package scot.fort.triage.screening.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import scot.fort.triage.board.Follower;
import scot.fort.triage.board.Missed;
import scot.fort.triage.board.Move;
import scot.fort.triage.board.Sight;

/** Tells one reader of the queue, and then of each change of it. */
final class QueueStream {

    private static final Comparator<Sight> IN_ORDER = Comparator.<Sight, Integer>comparing(
                    sight -> sight.screening().knownPlace().rank())
            .thenComparing(sight -> sight.screening().knownPlace().dueAt())
            .thenComparing(sight -> sight.screening().knownPlace().receivedAt())
            .thenComparing(Sight::referralId);

    private final QueueView view;
    private final Follower follower;
    private final EventStream out;
    private final String mark;
    private Instant told;
    private boolean whole = true;
    private boolean resumes = true;

    QueueStream(QueueView view, Follower follower, EventStream out) {
        this.view = view;
        this.follower = follower;
        this.out = out;
        this.mark = view.mark();
        this.told = follower.at();
    }

    /** Where everything is told anew: a {@code reset}, then what there is. */
    record Reset(Instant asOf) {}

    /** What a reader sees no longer. */
    record Removed(String referralId) {}

    /** Tells all that the reader sees. */
    void beginAnew() throws IOException {
        whole = false;
        out.send("reset", id(), new Reset(told));
        for (Sight sight : follower.rows().stream().sorted(IN_ORDER).toList()) {
            tell(sight, null, view.row(sight, told));
        }
        whole = true;
        out.heartbeat(id());
    }

    /**
     * Tells what a reader who was away has missed.
     *
     * @param since until when they had been told
     */
    void resume(Instant since, Missed.Changes missed) throws IOException {
        Instant at = told;
        told = since;
        for (Sight sight : follower.rows()) {
            QueueRow row = view.row(sight, at);
            if (!missed.ids().contains(sight.referralId())) {
                tell(sight, view.row(sight, since), row);
            } else if (row != null) {
                tellRow("changed", sight, row);
            } else {
                sayThatItLeft(sight);
            }
        }
        for (Sight sight : missed.left()) {
            sayThatItLeft(sight);
        }
        told = at;
        out.heartbeat(id());
    }

    private void sayThatItLeft(Sight sight) throws IOException {
        if (view.mayHearThatItLeft(sight)) {
            out.send("removed", id(), new Removed(sight.referralId()));
        }
    }

    /** Goes on until nothing more is told, or the reader is no longer admitted. */
    void goOn(Clock clock, Duration heartbeat, Instant until) throws IOException, InterruptedException {
        Instant quietSince = clock.instant();
        while (clock.instant().isBefore(until)) {
            Follower.Told next = follower.next(shorter(heartbeat, Duration.between(clock.instant(), until)));
            if (next.ends()) {
                return;
            }
            boolean any = false;
            for (Move move : next.moves()) {
                any |= tell(move);
            }
            told = next.at();
            Instant now = clock.instant();
            if (any || isOver(heartbeat, quietSince, now)) {
                out.heartbeat(id());
                quietSince = now;
            }
        }
    }

    /** Also when the clock has been put back. */
    private static boolean isOver(Duration time, Instant since, Instant now) {
        return now.isBefore(since) || !now.isBefore(since.plus(time));
    }

    private boolean tell(Move move) throws IOException {
        Sight sight = move.after() == null ? move.before() : move.after();
        return sight != null
                && tell(sight, view.row(move.before(), move.beforeAt()), view.row(move.after(), move.at()));
    }

    /** @return whether there is anything to tell */
    private boolean tell(Sight sight, @Nullable QueueRow before, @Nullable QueueRow after) throws IOException {
        if (after != null && !after.equals(before)) {
            tellRow(before == null ? "added" : "changed", sight, after);
            return true;
        }
        if (before != null && after == null) {
            out.send("removed", id(), new Removed(sight.referralId()));
            return true;
        }
        return false;
    }

    private void tellRow(String event, Sight sight, QueueRow row) throws IOException {
        resumes &= !view.isByGrant(sight);
        out.send(event, id(), row);
    }

    /** Of what has been told altogether: whoever is cut in the midst of it is told it again. */
    private EventId id() {
        return new EventId(told, mark, whole && resumes);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
