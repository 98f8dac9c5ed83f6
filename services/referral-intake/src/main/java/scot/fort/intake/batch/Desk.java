package scot.fort.intake.batch;

import scot.fort.intake.referral.submission.Outcome;
import scot.fort.platform.web.problem.Problem;

/** Where the submissions of a batch are handed in, for good or only to be tried. */
@FunctionalInterface
public interface Desk {

    Outcome take(Entry.Sent sent);

    /** What a line is told that cannot be handed in. */
    default Problem refuse(Entry.Misfit misfit) {
        return misfit.problem();
    }
}
