package scot.fort.triage.screening.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import scot.fort.platform.service.Causes;
import scot.fort.platform.service.Commands;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Target;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.screening.Action;
import scot.fort.triage.screening.Desk;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningCommand;
import scot.fort.triage.screening.ScreeningEvent;
import tools.jackson.databind.JsonNode;

/** Decisions and outcomes: what they say has to fit the referral that they are about. */
@Component
class Deciding {

    private final ScreeningWork work;
    private final Commands<Screening, ScreeningEvent> commands;
    private final Desk desk;

    Deciding(ScreeningWork work, Commands<Screening, ScreeningEvent> commands, Desk desk) {
        this.work = work;
        this.commands = commands;
        this.desk = desk;
    }

    /** Decides, and takes it back where it sent a child to a referral that itself was sent elsewhere at the same moment. */
    Handled<Screening> decide(
            UUID referralId, IfMatch ifMatch, Checked<DecisionRequest> body, Caller caller, RequestContext context) {
        Predicate<String> original = originals(referralId, caller);
        Handled<Screening> decided = carryOut(
                new Checking<>(
                        body,
                        (tree, screening) -> DecisionFaults.of(tree, screening, original),
                        DecisionRequest::toCommand),
                Action.DECIDE,
                referralId,
                ifMatch,
                caller,
                context);
        String duplicateOf = decided.state().judgements().decisions().getLast().duplicateOf();
        if (duplicateOf == null || original.test(duplicateOf)) {
            return decided;
        }
        commands.handle(
                Target.of(decided.id(), _ -> true),
                Causes.of(caller, context),
                screening -> desk.takeBack(screening, duplicateOf, caller.subject(), work.now()));
        throw new ProblemException(Problem.invalid(List.of(DecisionFaults.noOriginal())));
    }

    Handled<Screening> recordOutcome(
            UUID referralId, IfMatch ifMatch, Checked<OutcomeRequest> body, Caller caller, RequestContext context) {
        return carryOut(
                new Checking<>(body, ChildrenRefs::faults, OutcomeRequest::toCommand),
                Action.RECORD_OUTCOME,
                referralId,
                ifMatch,
                caller,
                context);
    }

    /** Which referrals this one may be called a duplicate of, by their ids. */
    private Predicate<String> originals(UUID referralId, Caller caller) {
        return original -> id(original)
                .filter(id -> !id.equals(referralId))
                .flatMap(id -> work.visible(id, caller))
                .filter(found -> found.require().isOriginal())
                .isPresent();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A body whose faults are only known in view of the screening: all of them are told at once. */
    private record Checking<T>(
            Checked<T> body,
            BiFunction<JsonNode, Screening, List<FieldFault>> faults,
            BiFunction<T, SealedTexts, ScreeningCommand> command) {}

    private <T> Handled<Screening> carryOut(
            Checking<T> checking,
            Action action,
            UUID referralId,
            IfMatch ifMatch,
            Caller caller,
            RequestContext context) {
        return switch (checking.body()) {
            case Checked.Valid<T>(T request, JsonNode tree) ->
                work.carryOut(action, referralId, ifMatch, caller, context, (screening, texts) -> {
                    List<FieldFault> faults = checking.faults().apply(tree, screening);
                    if (!faults.isEmpty()) {
                        throw new ProblemException(Problem.invalid(faults));
                    }
                    return checking.command().apply(request, texts);
                });
            case Checked.Invalid<T>(Problem problem, JsonNode tree) ->
                throw new ProblemException(
                        tree == null
                                ? problem
                                : Problem.invalid(DecisionFaults.together(
                                        problem.errors(),
                                        work.visible(referralId, caller)
                                                .map(found -> checking.faults().apply(tree, found.require()))
                                                .orElse(List.of()))));
        };
    }
}
