package scot.fort.triage.identity;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Where screeners say what they think of matches. A match is kept in one place, and its guard lets one of two who speak at
 * once be first; the other then speaks of what the first has left.
 */
public final class MatchDesk {

    /** With children of referrals received later; what a referral keeps itself is bounded as well. */
    private static final int MOST_LATER = 200;

    private final AggregateStore<ReferralChildren, MatchEvent> children;
    private final Commands<ReferralChildren, MatchEvent> commands;
    private final Records records;
    private final Families families;
    private final Settlement settlement;
    private final Clock clock;

    public MatchDesk(
            AggregateStore<ReferralChildren, MatchEvent> children,
            Commands<ReferralChildren, MatchEvent> commands,
            Records records,
            Families families,
            Settlement settlement,
            Clock clock) {
        this.children = children;
        this.commands = commands;
        this.records = records;
        this.families = families;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** All matches of the children of a referral, with those received before it and after it, in no order. */
    public List<KeptMatch> of(String referralId) {
        Stream<KeptMatch> own = children.find(referralId).stream().flatMap(MatchDesk::kept);
        Stream<KeptMatch> others = records.matchedWith(referralId, MOST_LATER).stream()
                .flatMap(MatchDesk::kept)
                .filter(kept -> kept.isOf(referralId));
        return Stream.concat(own, others).toList();
    }

    private static Stream<KeptMatch> kept(Aggregate<ReferralChildren> keeper) {
        return keeper.require().matches().stream().map(match -> new KeptMatch(keeper.id(), match));
    }

    /** @throws ProblemException 404 where there is no such match */
    public KeptMatch find(String matchId) {
        Aggregate<ReferralChildren> keeper = records.keeping(matchId).orElseThrow(ProblemException::notFound);
        return new KeptMatch(keeper.id(), keeper.require().find(matchId).orElseThrow(ProblemException::notFound));
    }

    /**
     * Carries out a command, and sees to what follows from it.
     *
     * @param found what the person sees
     * @return the match as it stands then
     * @throws ProblemException the refusal
     */
    public KeptMatch carryOut(MatchCommand command, KeptMatch found, String who, Cause cause) {
        String keeper = found.keeper();
        String matchId = found.match().id();
        commands.handle(
                Target.of(keeper, now -> now.find(matchId).isPresent()),
                cause,
                now -> decide(command, keeper, matchId, now, who));
        settlement.settleNow(keeper);
        KeptMatch after = find(matchId);
        if (command instanceof ConfirmMatch && !after.match().isConfirmed()) {
            throw new ProblemException(Problem.illegalTransition(
                    "Another screener confirmed at the same time what contradicts it.",
                    after.match().standing().next().stream().map(Enum::name).toList()));
        }
        return after;
    }

    private Decision<ReferralChildren, MatchEvent> decide(
            MatchCommand command, String keeper, String matchId, ReferralChildren now, String who) {
        Match match = now.find(matchId).orElseThrow(ProblemException::notFound);
        Family family =
                families.around(Set.copyOf(List.of(keeper, match.earlier().referralId())));
        return command.on(new MatchCommand.Case(keeper, now, match, who, clock.instant()), family);
    }
}
