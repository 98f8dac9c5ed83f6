package scot.fort.triage.screening.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A claim as the screener knows of it to whom it was given: from when, and until when they may rely on it. */
final class Possession {

    private final String referralId;
    private final String screener;
    private final Instant from;
    private Instant until;
    private @Nullable Instant endedNotBefore;
    private @Nullable Instant endedNotAfter;
    private boolean decided;

    Possession(String referralId, String screener, Instant from, Instant until) {
        this.referralId = referralId;
        this.screener = screener;
        this.from = from;
        this.until = until;
    }

    String referralId() {
        return referralId;
    }

    String screener() {
        return screener;
    }

    Instant from() {
        return from;
    }

    boolean runsAt(Instant at) {
        return endedNotAfter == null && at.isBefore(until);
    }

    void renewedUntil(Instant later) {
        until = later;
    }

    /** Given back, or over with a decision, at some time between. */
    void ended(Instant notBefore, Instant notAfter, boolean byDecision) {
        endedNotBefore = notBefore;
        endedNotAfter = notAfter;
        decided = byDecision;
    }

    /** The earliest that anybody else may have it. */
    Instant heldUntil() {
        return endedNotBefore == null || until.isBefore(endedNotBefore) ? until : endedNotBefore;
    }

    /** When it is certainly free again; never after a decision. */
    Instant freeFrom() {
        if (decided) {
            return Instant.MAX;
        }
        return endedNotAfter == null || until.isBefore(endedNotAfter) ? until : endedNotAfter;
    }

    @Override
    public String toString() {
        return screener + " has " + referralId + " from " + from + " to " + heldUntil();
    }
}
