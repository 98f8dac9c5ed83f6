package scot.fort.platform.web.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads request bodies: strict JSON, one form of text, the schema of the record, then the record. All faults are
 * gathered. Thread-safe, and of use without a web request, as for the lines of a batch.
 */
public final class CheckedBodies {

    private final StrictJson json = new StrictJson();
    private final BodySchemas schemas = new BodySchemas();

    /** Parses and checks a whole body. */
    public <T> Checked<T> read(byte[] body, Class<T> type) {
        try {
            return check(json.parse(body), type);
        } catch (ProblemException malformed) {
            return new Checked.Invalid<>(malformed.problem(), null);
        }
    }

    /** Checks a tree that was parsed or built elsewhere, a part of a line for instance. */
    public <T> Checked<T> check(JsonNode tree, Class<T> type) {
        var body = TextRules.normalised(tree);
        var beyond = Bounds.beyond(body);
        var within = Bounds.without(body, beyond);
        var findings = schemas.check(within, type);
        var faults = new ArrayList<>(beyond.values());
        findings.faults().stream()
                .filter(fault -> !beyond.containsKey(fault.pointer()))
                .forEach(faults::add);
        faults.addAll(TextRules.faults(within, findings.longTexts()));
        return faults.isEmpty() ? bind(body, type) : invalid(faults, body);
    }

    private <T> Checked<T> bind(JsonNode body, Class<T> type) {
        try {
            return new Checked.Valid<>(json.bind(body, type), body);
        } catch (JacksonException misfit) {
            return invalid(
                    List.of(FaultCode.BAD_FORMAT.at(pointer(misfit), "Does not have the form asked for.")), body);
        }
    }

    /** The first fault of each place tells enough: a number where a code belongs is of the wrong type, and no more. */
    private static <T> Checked<T> invalid(List<FieldFault> faults, JsonNode body) {
        Map<String, FieldFault> first = new LinkedHashMap<>();
        faults.forEach(fault -> first.merge(fault.pointer(), fault, CheckedBodies::plainer));
        return new Checked.Invalid<>(Problem.invalid(List.copyOf(first.values())), body);
    }

    private static FieldFault plainer(FieldFault one, FieldFault other) {
        return other.code().equals("wrong-type") ? other : one;
    }

    private static String pointer(JacksonException misfit) {
        var pointer = "";
        for (var step : misfit.getPath()) {
            var name = step.getPropertyName();
            pointer = FieldFault.member(pointer, name == null ? Integer.toString(step.getIndex()) : name);
        }
        return pointer;
    }
}
