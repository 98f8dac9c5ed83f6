package scot.fort.triage.screening.web;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.service.AccessLog;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Purpose;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.screening.Desk;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningCommand;
import scot.fort.triage.screening.ScreeningEvent;

/** Finds a screening that its caller may see, has commands carried out on it, and shows it. */
@Component
class ScreeningWork {

    private final AggregateStore<Screening, ScreeningEvent> screenings;
    private final Commands<Screening, ScreeningEvent> commands;
    private final Desk desk;
    private final Sealer sealer;
    private final ScreeningAnswers answers;
    private final AccessLog accessLog;
    private final Clock clock;

    ScreeningWork(
            AggregateStore<Screening, ScreeningEvent> screenings,
            Commands<Screening, ScreeningEvent> commands,
            Desk desk,
            Sealer sealer,
            Opener opener,
            AccessLog accessLog,
            Clock clock) {
        this.screenings = screenings;
        this.commands = commands;
        this.desk = desk;
        this.sealer = sealer;
        this.answers = new ScreeningAnswers(opener);
        this.accessLog = accessLog;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Handled<Screening> find(UUID referralId, Caller caller) {
        return screenings
                .find(referralId.toString())
                .filter(found -> isVisibleTo(caller).test(found.require()))
                .map(Handled::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** Which referrals another may be called a duplicate of: a child must not vanish between two that point at each other. */
    Predicate<UUID> originals(Caller caller) {
        return referralId -> screenings
                .find(referralId.toString())
                .map(Aggregate::require)
                .filter(isVisibleTo(caller))
                .filter(Screening::isOriginal)
                .isPresent();
    }

    /** @param command from the screening, and what seals texts about it */
    Handled<Screening> carryOut(
            UUID referralId,
            @Nullable IfMatch ifMatch,
            Caller caller,
            RequestContext context,
            BiFunction<Screening, SealedTexts, ScreeningCommand> command) {
        String id = referralId.toString();
        return commands.handle(
                new Target<>(id, isVisibleTo(caller), ifMatch),
                Causes.of(caller, context),
                screening -> desk.carryOut(
                        command.apply(screening, SealedTexts.of(sealer, id, screening)),
                        screening,
                        caller.subject(),
                        now()));
    }

    /** Opens the content, which is logged first. */
    ScreeningResponse open(Handled<Screening> found, Caller caller, RequestContext context) {
        accessLog.record(caller, context, found.id(), "screening", Purpose.CASE_WORK);
        return answers.of(found, Reader.of(caller, now()));
    }

    QueueRow row(Handled<Screening> found, Caller caller) {
        return QueueRow.of(found, Reader.of(caller, now()));
    }

    /** Whether it is restricted is not known before its receipt is, so until then nobody sees it. */
    private static Predicate<Screening> isVisibleTo(Caller caller) {
        return screening ->
                screening.isReceived() && Restriction.allows(screening.known().restricted(), caller);
    }
}
