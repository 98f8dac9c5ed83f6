package scot.fort.triage.identity;

import java.util.Set;

/** What has come of a match. The whole table: what a person may make of it next. */
public enum MatchStanding {
    PROPOSED("undo"),
    CONFIRMED("confirm"),
    REJECTED("reject");

    private final String action;

    MatchStanding(String action) {
        this.action = action;
    }

    /** What brings it about, by the last part of the path. */
    public String bringsAbout() {
        return action;
    }

    public Set<MatchStanding> next() {
        return switch (this) {
            case PROPOSED -> Set.of(CONFIRMED, REJECTED);
            case CONFIRMED, REJECTED -> Set.of(PROPOSED);
        };
    }
}
