package scot.fort.triage.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Fingerprint;
import scot.fort.triage.matching.Likeness;
import scot.fort.triage.matching.Likeness.Relation;
import scot.fort.triage.matching.Proposal;
import scot.fort.triage.matching.ToldChild;

/** Referrals r0, r1, ... received in this order, each of children c1, c2, ..., and what screeners say of them. */
final class Relatives {

    static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");

    private final Map<String, ReferralChildren> referrals = new TreeMap<>();
    private int said;

    Relatives(int count, int childrenEach) {
        List<String> refs = new ArrayList<>();
        for (int child = 1; child <= childrenEach; child++) {
            refs.add("c" + child);
        }
        for (int number = 0; number < count; number++) {
            Instant received = MORNING.plus(Duration.ofMinutes(number));
            referrals.put("r" + number, ReferralChildren.received(refs, received, false, received));
        }
    }

    static ChildPointer child(String referral, String ref) {
        return new ChildPointer(referral, ref);
    }

    Map<String, ReferralChildren> all() {
        return referrals;
    }

    Family family() {
        return new Family(referrals);
    }

    String childId(String referral, String ref) {
        return family().childId(child(referral, ref));
    }

    /** @return whether it was accepted */
    boolean confirm(ChildPointer one, ChildPointer other, Relation kind) {
        return say(new ConfirmMatch(kind), one, other);
    }

    boolean undo(ChildPointer one, ChildPointer other) {
        return say(new UndoMatch(), one, other);
    }

    /** Said by somebody who has seen only this much of what others have said. */
    boolean say(MatchCommand command, ChildPointer one, ChildPointer other, Family seen) {
        boolean inOrder = one.referralId().compareTo(other.referralId()) > 0;
        ChildPointer later = inOrder ? one : other;
        ChildPointer earlier = inOrder ? other : one;
        String keeper = later.referralId();
        ReferralChildren before = proposed(later, earlier);
        Match match = before.find(later.matchIdWith(earlier)).orElseThrow();
        Instant at = MORNING.plus(Duration.ofDays(1)).plusMillis(said++);
        Decision<ReferralChildren, MatchEvent> decision =
                command.on(new MatchCommand.Case(keeper, before, match, "kim", at), seen);
        if (decision instanceof Decision.Accepted<ReferralChildren, MatchEvent>(var after, var events)) {
            referrals.put(keeper, after);
            return true;
        }
        return false;
    }

    Optional<Match> match(ChildPointer later, ChildPointer earlier) {
        return referral(later).find(later.matchIdWith(earlier));
    }

    private boolean say(MatchCommand command, ChildPointer one, ChildPointer other) {
        return say(command, one, other, family());
    }

    private ReferralChildren proposed(ChildPointer later, ChildPointer earlier) {
        return referral(later)
                .proposed(
                        List.of(new Proposal(told(later), told(earlier), new Likeness(0.9, 0.05, List.of()))), MORNING)
                .state();
    }

    private ReferralChildren referral(ChildPointer child) {
        return Objects.requireNonNull(referrals.get(child.referralId()));
    }

    private static ToldChild told(ChildPointer child) {
        return new ToldChild(child.referralId(), child.childRef(), new Fingerprint(Map.of()));
    }
}
