package scot.fort.triage.screening.web;

import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.web.problem.Problem;
import scot.fort.triage.screening.Action;
import scot.fort.triage.screening.Lease;
import scot.fort.triage.screening.Screening;

/** What somebody hears whose command was refused: why, who holds the claim or when theirs ended, and what they may do now. */
final class Refusals {

    private Refusals() {}

    static Problem of(Refusal refusal, Screening screening, Reader reader) {
        Problem problem = Problem.of(refusal)
                .withMember(
                        "allowedActions",
                        Action.allowed(screening, reader.subject(), reader.isManager(), reader.at()).stream()
                                .map(Action::path)
                                .toList());
        Lease lease = screening.lease();
        if (lease == null) {
            return problem;
        }
        if (screening.claimedBy(reader.at()) != null) {
            return problem.withMember("claimedBy", lease.screener()).withMember("claimExpiresAt", lease.until());
        }
        return lease.screener().equals(reader.subject())
                ? problem.withMember("claimExpiredAt", lease.until())
                : problem;
    }
}
