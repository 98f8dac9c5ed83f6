package scot.fort.intake.referral.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;

/**
 * What the rules have found.
 *
 * @param faults for which a body is refused
 * @param warnings of what is accepted although it may be wrong
 */
public record Findings(List<FieldFault> faults, List<FieldFault> warnings) {

    /** Nothing to complain of. */
    static Findings none() {
        return new Findings(new ArrayList<>(), new ArrayList<>());
    }

    void fault(Place place, RuleCode code, String message) {
        faults.add(code.at(place.pointer(), message));
    }

    void warning(Place place, RuleCode code, String message) {
        warnings.add(code.at(place.pointer(), message));
    }

    /**
     * The refusal of a body, if there is one: the faults that its schema found and those that the rules found, one for each
     * place, all in one answer.
     */
    public Optional<Problem> refusal(Checked<?> checked) {
        return switch (checked) {
            case Checked.Valid<?> ignored -> faults.isEmpty() ? Optional.empty() : Optional.of(together(List.of()));
            case Checked.Invalid<?>(Problem problem, var tree) ->
                Optional.of(tree == null ? problem : together(problem.errors()));
        };
    }

    private Problem together(List<FieldFault> ofSchema) {
        Map<String, FieldFault> byPlace = new LinkedHashMap<>();
        ofSchema.forEach(fault -> byPlace.putIfAbsent(fault.pointer(), fault));
        faults.forEach(fault -> byPlace.putIfAbsent(fault.pointer(), fault));
        return Problem.invalid(List.copyOf(byPlace.values()));
    }
}
