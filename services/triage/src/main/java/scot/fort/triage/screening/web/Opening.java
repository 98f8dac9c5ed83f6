package scot.fort.triage.screening.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Access;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.screening.Screening;

/** Opens the content of screenings in one request. Each look is logged first, and once, however often it is tried. */
final class Opening {

    /** To see all of a screening. */
    private static final String WHOLE = "screening";

    private final Openings all;
    private final Caller caller;
    private final RequestContext context;
    private final Set<Look> logged = new HashSet<>();

    /** @param operation by which it is known how much was seen */
    private record Look(String referralId, String operation) {}

    Opening(Openings all, Caller caller, RequestContext context) {
        this.all = all;
        this.caller = caller;
        this.context = context;
    }

    /**
     * Logs that the caller sees it, and what is known of its children elsewhere.
     *
     * @return where they are known, as far as the caller may see it
     */
    List<Aggregate<Screening>> look(String id, Screening screening) {
        log(id, screening, WHOLE);
        List<Aggregate<Screening>> others =
                all.visible().list(screening.related().referralIds(), Restriction.on(caller), now());
        others.forEach(other -> log(other.id(), other.require(), "history"));
        return others;
    }

    /**
     * Somebody tries to see what they may not see; logged before it is known whether there is such a screening, and for all that
     * they see of it then.
     */
    void breakGlass(String referralId) {
        log(new Access(referralId, "break-glass", Purpose.CASE_WORK, Grant.Kind.BROKEN_GLASS));
        logged.add(new Look(referralId, WHOLE));
    }

    ScreeningResponse open(Handled<Screening> found) {
        return opened(found, null);
    }

    /** With the referrals that it repeats or that repeat it. */
    ScreeningResponse openWithLinks(Handled<Screening> found) {
        return opened(found, all.links().of(found, Restriction.on(caller), now()));
    }

    private ScreeningResponse opened(Handled<Screening> found, @Nullable Links links) {
        List<Aggregate<Screening>> others = look(found.id(), found.state());
        return all.answers().of(found, others, links, Reader.of(caller, now()));
    }

    private void log(String id, Screening screening, String operation) {
        Grant.Kind outcome = screening.granted().outcome(caller.subject(), now());
        log(new Access(id, operation, Purpose.CASE_WORK, outcome));
    }

    private void log(Access access) {
        if (logged.add(new Look(access.referralId(), access.operation()))) {
            all.accessLog().record(caller, context, access);
        }
    }

    private Instant now() {
        return all.clock().instant();
    }
}
