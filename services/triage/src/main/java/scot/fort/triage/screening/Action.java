package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.lifecycle.Status;

/**
 * What can be done with a screening, when, and by whom: the whole table. Where a decision leads is said by {@link
 * scot.fort.platform.lifecycle.ScreeningDecision}, what it has to say by {@link DecisionPart}.
 */
public enum Action {
    CLAIM("claim", Who.ANY_SCREENER, Screening.IN_QUEUE, Content.OR_NONE),
    RELEASE("release", Who.CLAIM_HOLDER, Screening.IN_QUEUE, Content.OR_NONE),
    RENEW("renew", Who.CLAIM_HOLDER, Screening.IN_QUEUE, Content.OR_NONE),
    ASSIGN("assign", Who.SCREENING_MANAGER, Screening.IN_QUEUE, Content.OR_NONE),
    RATE("rating", Who.CLAIM_HOLDER, Screening.IN_QUEUE, Content.NEEDED),
    CHECK("checks", Who.ANY_SCREENER, Screening.IN_QUEUE, Content.NEEDED),
    REQUEST_INFORMATION("information-requests", Who.CLAIM_HOLDER, Set.of(Status.IN_SCREENING), Content.NEEDED),
    DECIDE("decision", Who.CLAIM_HOLDER, Set.of(Status.IN_SCREENING, Status.INFORMATION_REQUESTED), Content.OR_NONE),
    RECORD_OUTCOME(
            "outcome",
            Who.SCREENING_MANAGER,
            screening -> !screening.childrenIn(Status.ESCALATED).isEmpty(),
            Content.OR_NONE),
    REOPEN("reopen", Who.SCREENING_MANAGER, Set.of(Status.CLOSED), Content.NEEDED),
    GRANT("grants", Who.SCREENING_MANAGER, Screening::isRestricted, Content.OR_NONE);

    /** Who may do it. */
    public enum Who {
        ANY_SCREENER,
        CLAIM_HOLDER,
        SCREENING_MANAGER
    }

    /** Whether it is done on the ground of what the referral says, or adds to it; what has been erased can only be ended. */
    private enum Content {
        NEEDED,
        OR_NONE
    }

    private static final String ANOTHER_HOLDS_IT = "Another screener holds the claim.";

    private final String path;
    private final Who who;
    private final Predicate<Screening> legal;
    private final Content content;

    Action(String path, Who who, Set<Status> legalIn, Content content) {
        this(path, who, screening -> legalIn.contains(screening.status()), content);
    }

    Action(String path, Who who, Predicate<Screening> legal, Content content) {
        this.path = path;
        this.who = who;
        this.legal = legal;
        this.content = content;
    }

    /** Its name in the HTTP contract, the last part of its path. */
    public String path() {
        return path;
    }

    /** Why it cannot be done now, by this person, whose role has been looked at already. */
    Optional<Refusal> refusal(Screening screening, String person, Instant at) {
        if (screening.erased() && content == Content.NEEDED) {
            return Optional.of(Refusal.illegal(
                    "What was personal in this referral has been erased: it can neither be worked on nor added to.",
                    Set.of()));
        }
        if (screening.isFull() && content == Content.NEEDED) {
            return Optional.of(
                    new Refusal(
                            "too-large",
                            "More has been written on this referral than can be kept in one place: it can be decided, and not be added to."));
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
            return Optional.of(new Refusal("not-claim-holder", whyNotHolder(screening.lease(), person, at)));
        }
        if (this == CLAIM && screening.claimedBy(at) != null && !screening.isClaimedBy(person, at)) {
            return Optional.of(new Refusal("already-claimed", ANOTHER_HOLDS_IT));
        }
        return Optional.empty();
    }

    private static String whyNotHolder(@Nullable Lease lease, String person, Instant at) {
        if (lease != null && lease.isInForce(at)) {
            return ANOTHER_HOLDS_IT;
        }
        return lease != null && lease.screener().equals(person)
                ? "Your claim has expired; claim the screening again."
                : "Nobody holds the claim; claim the screening first.";
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
