package scot.fort.triage.screening.web;

import java.util.ArrayList;
import java.util.List;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.triage.screening.Receipt;
import scot.fort.triage.screening.Screening;
import tools.jackson.databind.JsonNode;

/** The member {@code childrenRefs} of commands that may be about some children only. */
final class ChildrenRefs {

    private static final String MEMBER = "childrenRefs";

    private ChildrenRefs() {}

    /** A fault for each that the referral does not have. */
    static List<FieldFault> faults(JsonNode body, Screening screening) {
        List<String> known =
                screening.known().children().stream().map(Receipt.Child::ref).toList();
        List<FieldFault> faults = new ArrayList<>();
        JsonNode named = body.path(MEMBER);
        for (int index = 0; index < named.size(); index++) {
            if (named.get(index).isString() && !known.contains(named.get(index).stringValue())) {
                faults.add(new FieldFault(
                        "/" + MEMBER + "/" + index,
                        "unresolved-ref",
                        "Must be one of: " + String.join(", ", known) + "."));
            }
        }
        return faults;
    }
}
