package scot.fort.triage.identity.web;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.service.Access;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.Page;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.identity.Families;
import scot.fort.triage.identity.KeptMatch;
import scot.fort.triage.identity.MatchCommand;
import scot.fort.triage.identity.MatchDesk;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.screening.Screenings;

/** Finds the matches that a caller may see, has commands carried out on them, and shows them. */
@Component
class MatchWork {

    private static final double MILLION = 1_000_000;
    private static final Comparator<KeptMatch> LIKELIEST_FIRST = Comparator.comparingLong(MatchWork::rank)
            .thenComparing(kept -> kept.match().id());

    private final MatchDesk desk;
    private final Families families;
    private final Screenings screenings;
    private final AccessLog accessLog;
    private final Clock clock;

    MatchWork(MatchDesk desk, Families families, Screenings screenings, AccessLog accessLog, Clock clock) {
        this.desk = desk;
        this.families = families;
        this.screenings = screenings;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    Page<MatchResponse> list(UUID referralId, PageQuery page, Caller caller, RequestContext context) {
        String id = referralId.toString();
        Sight sight = sightOf(caller);
        sight.require(id);
        List<KeptMatch> all = desk.of(id);
        sight.see(referrals(all));
        List<KeptMatch> rest = all.stream()
                .filter(kept -> sight.sees(kept.referralIds()))
                .sorted(LIKELIEST_FIRST)
                .filter(kept -> isAfter(page.after(), kept))
                .limit(page.fetch())
                .toList();
        Page<KeptMatch> shown = Page.of(rest, page, MatchWork::place, sight.at());
        Function<ChildPointer, String> childIds = families.childIds(referrals(shown.items()), sight.visible());
        Set<String> looked = referrals(shown.items());
        looked.add(id);
        log(looked, sight, caller, context);
        return shown.map(kept -> response(kept, id, childIds, sight));
    }

    MatchResponse carryOut(MatchCommand command, UUID referralId, UUID matchId, Caller caller, RequestContext context) {
        String id = referralId.toString();
        Sight sight = sightOf(caller);
        sight.require(id);
        KeptMatch found = desk.find(matchId.toString());
        if (!found.isOf(id) || !sight.see(found.referralIds()).sees(found.referralIds())) {
            throw ProblemException.notFound();
        }
        log(found.referralIds(), sight, caller, context);
        KeptMatch after = desk.carryOut(command, found, caller.subject(), Causes.of(caller, context));
        return response(after, id, families.childIds(after.referralIds(), sight.visible()), sight);
    }

    private Sight sightOf(Caller caller) {
        return new Sight(screenings, Restriction.on(caller), clock.instant());
    }

    /** Before anything is done, and before it is shown that they are alike, it is written down who is told so. */
    private void log(Collection<String> looked, Sight sight, Caller caller, RequestContext context) {
        for (String id : looked) {
            Grant.Kind outcome = sight.seen(id).granted().outcome(caller.subject(), sight.at());
            accessLog.record(caller, context, new Access(id, "matches", Purpose.CASE_WORK, outcome));
        }
    }

    private static MatchResponse response(
            KeptMatch kept, String referralId, Function<ChildPointer, String> childIds, Sight sight) {
        return MatchResponse.of(
                kept,
                child(kept.childIn(referralId), childIds, sight),
                child(kept.otherThanIn(referralId), childIds, sight));
    }

    private static MatchResponse.MatchedChild child(
            ChildPointer child, Function<ChildPointer, String> childIds, Sight sight) {
        return MatchResponse.MatchedChild.of(child, childIds.apply(child), sight.seen(child.referralId()));
    }

    private static Set<String> referrals(List<KeptMatch> matches) {
        Set<String> referrals = new TreeSet<>();
        matches.forEach(kept -> referrals.addAll(kept.referralIds()));
        return referrals;
    }

    /** Whole, so that a cursor says exactly where it stands. */
    private static long rank(KeptMatch kept) {
        return -Math.round(kept.match().score() * MILLION);
    }

    private static Cursor place(KeptMatch last) {
        return Cursor.of(rank(last), last.match().id());
    }

    private static boolean isAfter(@Nullable Cursor after, KeptMatch kept) {
        if (after == null) {
            return true;
        }
        int byRank = Long.compare(rank(kept), after.number(0));
        return byRank > 0 || byRank == 0 && kept.match().id().compareTo(after.text(1)) > 0;
    }
}
