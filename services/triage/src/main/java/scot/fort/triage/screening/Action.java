package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.Status;

/** What can be done with a screening, when, and by whom: the whole table. */
public enum Action {
    CLAIM("claim", Who.ANY_SCREENER, Screening.IN_QUEUE),
    RELEASE("release", Who.CLAIM_HOLDER, Screening.IN_QUEUE),
    RENEW("renew", Who.CLAIM_HOLDER, Screening.IN_QUEUE),
    RATE("rating", Who.CLAIM_HOLDER, Screening.IN_QUEUE),
    CHECK("checks", Who.ANY_SCREENER, Screening.IN_QUEUE),
    REQUEST_INFORMATION("information-requests", Who.CLAIM_HOLDER, Set.of(Status.IN_SCREENING)),
    DECIDE("decision", Who.CLAIM_HOLDER, Set.of(Status.IN_SCREENING, Status.INFORMATION_REQUESTED)),
    RECORD_OUTCOME("outcome", Who.SCREENING_MANAGER, screening -> !screening
            .childrenIn(Status.ESCALATED)
            .isEmpty()),
    REOPEN("reopen", Who.SCREENING_MANAGER, Set.of(Status.CLOSED)),
    GRANT("grants", Who.SCREENING_MANAGER, Screening::isRestricted);

    /** Who may do it. */
    public enum Who {
        ANY_SCREENER,
        CLAIM_HOLDER,
        SCREENING_MANAGER
    }

    private final String path;
    private final Who who;
    private final Predicate<Screening> legal;

    Action(String path, Who who, Set<Status> legalIn) {
        this(path, who, screening -> legalIn.contains(screening.status()));
    }

    Action(String path, Who who, Predicate<Screening> legal) {
        this.path = path;
        this.who = who;
        this.legal = legal;
    }

    /** Its name in the HTTP contract, the last part of its path. */
    public String path() {
        return path;
    }

    /** Why it cannot be done now, by this person, whose role has been looked at already. */
    Optional<Refusal> refusal(Screening screening, String person, Instant at) {
        if (screening.erased() && needsContent()) {
            return Optional.of(Refusal.illegal(
                    "What was personal in this referral has been erased: it can neither be worked on nor added to.",
                    Set.of()));
        }
        if (this == GRANT && !screening.isRestricted()) {
            return Optional.of(
                    Refusal.illegal("This referral is not restricted: every screener may see it.", Set.of()));
        }
        if (!legal.test(screening)) {
            return Optional.of(Refusal.illegal(
                    "This is not possible while the referral is " + screening.status() + ".",
                    screening.status().next()));
        }
        if (who == Who.CLAIM_HOLDER && !screening.isClaimedBy(person, at)) {
            return Optional.of(new Refusal("not-claim-holder", "Claim the screening first."));
        }
        if (this == CLAIM && screening.claimedBy(at) != null && !screening.isClaimedBy(person, at)) {
            return Optional.of(new Refusal("already-claimed", "Another screener works on it."));
        }
        return Optional.empty();
    }

    /** Whether it is done on the ground of what the referral says, or adds to it. */
    private boolean needsContent() {
        return switch (this) {
            case CLAIM, RELEASE, RENEW, GRANT -> false;
            case RATE, CHECK, REQUEST_INFORMATION, DECIDE, RECORD_OUTCOME, REOPEN -> true;
        };
    }

    /** What this person may do with it now. */
    public static Set<Action> allowed(Screening screening, String person, boolean isManager, Instant at) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        Arrays.stream(values())
                .filter(action -> isManager || action.who != Who.SCREENING_MANAGER)
                .filter(action -> action.refusal(screening, person, at).isEmpty())
                .forEach(allowed::add);
        return allowed;
    }
}
