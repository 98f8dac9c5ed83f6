package scot.fort.triage.identity.web;

import org.jspecify.annotations.Nullable;
import scot.fort.triage.identity.ConfirmMatch;
import scot.fort.triage.matching.Likeness;

/** @param kind what the two are; none where they are what is proposed */
record ConfirmMatchRequest(Likeness.@Nullable Relation kind) {

    ConfirmMatch toCommand() {
        return new ConfirmMatch(kind);
    }
}
