package scot.fort.triage.screening.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.triage.screening.GrantAccess;

/** @param until from when on it is worth nothing; until it is revoked, where nothing is said */
record GrantRequest(@Nullable Instant until) {

    /** @throws ProblemException 422 where it would be over before it begins */
    GrantAccess toCommand(String grantee, Instant now) {
        if (until != null && !until.isAfter(now)) {
            throw new ProblemException(Problem.invalid("/until", "out-of-range", "Must be in the future."));
        }
        return new GrantAccess(grantee, until);
    }
}
