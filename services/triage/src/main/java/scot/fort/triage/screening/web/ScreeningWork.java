package scot.fort.triage.screening.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.service.Access;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.screening.Action;
import scot.fort.triage.screening.Desk;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningCommand;
import scot.fort.triage.screening.ScreeningEvent;
import scot.fort.triage.screening.Screenings;

/** Finds a screening that its caller may see, has commands carried out on it, and shows it. */
@Component
class ScreeningWork {

    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Screenings visible;
    private final Commands<Screening, ScreeningEvent> commands;
    private final Desk desk;
    private final Sealer sealer;
    private final ScreeningAnswers answers;
    private final DuplicateLinks links;
    private final AccessLog accessLog;
    private final Clock clock;

    ScreeningWork(
            AggregateStore<Screening, ScreeningEvent> screenings,
            Screenings visible,
            Commands<Screening, ScreeningEvent> commands,
            Desk desk,
            Sealer sealer,
            ScreeningAnswers answers,
            DuplicateLinks links,
            AccessLog accessLog,
            Clock clock) {
        this.screenings = screenings;
        this.visible = visible;
        this.commands = commands;
        this.desk = desk;
        this.sealer = sealer;
        this.answers = answers;
        this.links = links;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Handled<Screening> find(UUID referralId, Caller caller) {
        return visible(referralId, caller).map(Handled::of).orElseThrow(ProblemException::notFound);
    }

    /** @param command from the screening, and what seals texts about it; asked for only where its action is legal */
    Handled<Screening> carryOut(
            Action action,
            UUID referralId,
            @Nullable IfMatch ifMatch,
            Caller caller,
            RequestContext context,
            BiFunction<Screening, SealedTexts, ScreeningCommand> command) {
        String id = referralId.toString();
        return commands.handle(
                () -> visible(referralId, caller),
                ifMatch,
                Causes.of(caller, context),
                screening -> orRefusal(
                        desk.carryOut(
                                action,
                                () -> command.apply(screening, SealedTexts.of(sealer, id, screening)),
                                screening,
                                caller.subject(),
                                now()),
                        screening,
                        caller));
    }

    private Decision<Screening, ScreeningEvent> orRefusal(
            Decision<Screening, ScreeningEvent> decision, Screening screening, Caller caller) {
        if (decision instanceof Decision.Refused<Screening, ScreeningEvent>(var refusal)) {
            throw new ProblemException(Refusals.of(refusal, screening, Reader.of(caller, now())));
        }
        return decision;
    }

    /** Lets the caller see what they may not see otherwise; that they do is logged first, or nothing is done. */
    Handled<Screening> breakGlass(UUID referralId, BreakGlassRequest request, Caller caller, RequestContext context) {
        String id = referralId.toString();
        return commands.handle(
                () -> screenings.find(id).filter(found -> found.require().isReceived()),
                Causes.of(caller, context),
                screening -> {
                    var decision = request.toCommand(SealedTexts.of(sealer, id, screening))
                            .on(screening, Restriction.on(caller), now());
                    if (decision instanceof Decision.Accepted) {
                        accessLog.record(
                                caller,
                                context,
                                new Access(id, "break-glass", Purpose.CASE_WORK, Grant.Kind.BROKEN_GLASS));
                    }
                    return decision;
                });
    }

    /** Opens the content, which is logged first. */
    ScreeningResponse open(Handled<Screening> found, Caller caller, RequestContext context) {
        log(found.id(), found.state(), "screening", caller, context);
        return opened(found, caller, context);
    }

    /** The same, with the referrals that it repeats or that repeat it. */
    ScreeningResponse openWithLinks(Handled<Screening> found, Caller caller, RequestContext context) {
        log(found.id(), found.state(), "screening", caller, context);
        return opened(found, links.of(found, Restriction.on(caller), now()), caller, context);
    }

    /** Opens the content once it is logged; that what is known of its children elsewhere is shown is logged first, too. */
    ScreeningResponse opened(Handled<Screening> logged, Caller caller, RequestContext context) {
        return opened(logged, null, caller, context);
    }

    private ScreeningResponse opened(
            Handled<Screening> logged, @Nullable Links known, Caller caller, RequestContext context) {
        List<Aggregate<Screening>> others =
                visible.list(logged.state().related().referralIds(), Restriction.on(caller), now());
        others.forEach(other -> log(other.id(), other.require(), "history", caller, context));
        return answers.of(logged, others, known, Reader.of(caller, now()));
    }

    private void log(String id, Screening screening, String operation, Caller caller, RequestContext context) {
        Grant.Kind outcome = screening.granted().outcome(caller.subject(), now());
        accessLog.record(caller, context, new Access(id, operation, Purpose.CASE_WORK, outcome));
    }

    QueueRow row(Handled<Screening> found, Caller caller) {
        return QueueRow.of(found, Reader.of(caller, now()));
    }

    Optional<Aggregate<Screening>> visible(UUID referralId, Caller caller) {
        return visible.find(referralId.toString(), Restriction.on(caller), now());
    }
}
