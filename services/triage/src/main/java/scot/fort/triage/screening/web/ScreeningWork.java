package scot.fort.triage.screening.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.sealing.Sealer;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.screening.Action;
import scot.fort.triage.screening.BreakGlass;
import scot.fort.triage.screening.ClaimScreening;
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
    private final Openings openings;
    private final Clock clock;

    ScreeningWork(
            AggregateStore<Screening, ScreeningEvent> screenings,
            Screenings visible,
            Commands<Screening, ScreeningEvent> commands,
            Desk desk,
            Sealer sealer,
            Openings openings,
            Clock clock) {
        this.screenings = screenings;
        this.visible = visible;
        this.commands = commands;
        this.desk = desk;
        this.sealer = sealer;
        this.openings = openings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
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
                screening -> decide(
                        action,
                        () -> command.apply(screening, SealedTexts.of(sealer, id, screening)),
                        screening,
                        caller));
    }

    private Decision<Screening, ScreeningEvent> decide(
            Action action, Supplier<ScreeningCommand> command, Screening screening, Caller caller) {
        var decision = desk.carryOut(action, command, screening, caller.subject(), now());
        if (decision instanceof Decision.Refused<Screening, ScreeningEvent>(var refusal)) {
            throw new ProblemException(Refusals.of(refusal, screening, Reader.of(caller, now())));
        }
        return decision;
    }

    /**
     * Claims it for the caller, once it is logged that they see it: after a fault, a crash or somebody faster the log has a look
     * too many, but no case waits for the lease of a person who must not be shown it.
     */
    ScreeningResponse claim(UUID referralId, Caller caller, RequestContext context) {
        Opening opening = openings.of(caller, context);
        return opening.open(
                commands.handle(() -> visible(referralId, caller), Causes.of(caller, context), screening -> {
                    var decision = decide(Action.CLAIM, ClaimScreening::new, screening, caller);
                    opening.look(referralId.toString(), screening);
                    return decision;
                }));
    }

    /**
     * Lets the caller see what they may not see otherwise. That they try is logged before it is looked for: while it cannot be
     * logged, a case that is there is answered as one that is not.
     */
    ScreeningResponse breakGlass(UUID referralId, BreakGlassRequest request, Caller caller, RequestContext context) {
        if (visible(referralId, caller).isPresent()) {
            throw new ProblemException(Problem.of(BreakGlass.NOT_NEEDED));
        }
        String id = referralId.toString();
        Opening opening = openings.of(caller, context);
        opening.breakGlass(id);
        return opening.open(commands.handle(
                () -> screenings.find(id).filter(found -> found.require().isReceived()),
                Causes.of(caller, context),
                screening -> request.toCommand(SealedTexts.of(sealer, id, screening))
                        .on(screening, Restriction.on(caller), now())));
    }

    ScreeningResponse open(UUID referralId, Caller caller, RequestContext context) {
        return openings.of(caller, context)
                .openWithLinks(visible(referralId, caller).map(Handled::of).orElseThrow(ProblemException::notFound));
    }

    QueueRow row(Handled<Screening> found, Caller caller) {
        return QueueRow.of(found, Reader.of(caller, now()));
    }

    Optional<Aggregate<Screening>> visible(UUID referralId, Caller caller) {
        return visible.find(referralId.toString(), Restriction.on(caller), now());
    }
}
