package scot.fort.triage.screening.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.triage.screening.DecisionPart;
import scot.fort.triage.screening.Screening;
import tools.jackson.databind.JsonNode;

/** What is wrong with a decision in view of the referral that it is about, as far as its body can be read. */
final class DecisionFaults {

    /** One answer, whichever it is: whoever tries ids learns nothing about a referral that they may not see. */
    private static final String NO_ORIGINAL =
            "Must be another referral that you may see, that is itself no duplicate, and that was neither withdrawn, nor"
                    + " entered in error, nor erased.";

    private final List<FieldFault> faults = new ArrayList<>();
    private final JsonNode body;
    private final Screening screening;

    private DecisionFaults(JsonNode body, Screening screening) {
        this.body = body;
        this.screening = screening;
    }

    /**
     * All of them.
     *
     * @param original whether a referral, given by its id, is one that this one may be a duplicate of
     */
    static List<FieldFault> of(JsonNode body, Screening screening, Predicate<String> original) {
        DecisionFaults found = new DecisionFaults(body, screening);
        found.decision().ifPresent(found::checkParts);
        found.faults.addAll(ChildrenRefs.faults(body, screening));
        JsonNode duplicateOf = body.path(DecisionPart.DUPLICATE_OF.member());
        if (duplicateOf.isString() && !original.test(duplicateOf.stringValue())) {
            found.faults.add(noOriginal());
        }
        return found.faults;
    }

    static FieldFault noOriginal() {
        return new FieldFault("/" + DecisionPart.DUPLICATE_OF.member(), "unresolved-ref", NO_ORIGINAL);
    }

    /** One for each place: what the schema says of it comes first. */
    static List<FieldFault> together(List<FieldFault> ofSchema, List<FieldFault> others) {
        Map<String, FieldFault> byPlace = new LinkedHashMap<>();
        ofSchema.forEach(fault -> byPlace.putIfAbsent(fault.pointer(), fault));
        others.forEach(fault -> byPlace.putIfAbsent(fault.pointer(), fault));
        return List.copyOf(byPlace.values());
    }

    private Optional<ScreeningDecision> decision() {
        return Arrays.stream(ScreeningDecision.values())
                .filter(known -> known.name().equals(body.path("decision").asString("")))
                .findFirst();
    }

    private void checkParts(ScreeningDecision decision) {
        for (DecisionPart part : DecisionPart.values()) {
            boolean said = body.has(part.member());
            if (!said && part.isRequiredBy(decision, screening.known())) {
                fault(part, "required", decision + " has to say this.");
            } else if (said && !part.takenBy().contains(decision)) {
                fault(part, "disagrees", "Only said with " + names(part) + ".");
            }
        }
    }

    private static String names(DecisionPart part) {
        return part.takenBy().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }

    private void fault(DecisionPart part, String code, String message) {
        faults.add(new FieldFault("/" + part.member(), code, message));
    }
}
