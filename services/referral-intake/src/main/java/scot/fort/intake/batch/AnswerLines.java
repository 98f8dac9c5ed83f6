package scot.fort.intake.batch;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import scot.fort.intake.referral.submission.Outcome;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what came of a line: what the line alone would have been answered, as far as it says something of its own. */
final class AnswerLines {

    private final JsonMapper json;

    AnswerLines(JsonMapper json) {
        this.json = json;
    }

    byte[] of(int line, Outcome outcome, UnaryOperator<String> pointers) {
        return switch (outcome) {
            case Outcome.Received received -> received(line, received, pointers);
            case Outcome.Valid(var warnings) -> valid(line, warnings, pointers);
            case Outcome.Refused(var problem) -> refused(line, problem, pointers);
        };
    }

    byte[] of(int line, Problem problem) {
        return refused(line, problem, UnaryOperator.identity());
    }

    private byte[] received(int line, Outcome.Received received, UnaryOperator<String> pointers) {
        JsonNode receipt = json.readTree(received.answer());
        Map<String, Object> members = begun(line, 201);
        members.put("id", received.id());
        members.put("reference", receipt.path("reference"));
        if (received.replayed()) {
            members.put("replayed", true);
        }
        List<FieldFault> warnings = receipt.path("warnings")
                .valueStream()
                .map(warning -> json.treeToValue(warning, FieldFault.class))
                .toList();
        if (!warnings.isEmpty()) {
            members.put("warnings", known(warnings, pointers));
        }
        if (receipt.has("safetyAdvice")) {
            members.put("safetyAdvice", receipt.get("safetyAdvice"));
        }
        return bytes(members);
    }

    private byte[] valid(int line, List<FieldFault> warnings, UnaryOperator<String> pointers) {
        Map<String, Object> members = begun(line, 200);
        members.put("valid", true);
        members.put("warnings", known(warnings, pointers));
        return bytes(members);
    }

    private byte[] refused(int line, Problem problem, UnaryOperator<String> pointers) {
        Map<String, Object> members = begun(line, problem.code().status());
        members.put("code", problem.code().code());
        if (problem.detail() != null) {
            members.put("detail", problem.detail());
        }
        if (!problem.errors().isEmpty()) {
            members.put("errors", known(problem.errors(), pointers));
        }
        members.putAll(problem.members());
        String retryAfter = problem.headers().get("Retry-After");
        if (retryAfter != null) {
            members.put("retryAfter", Integer.valueOf(retryAfter));
        }
        return bytes(members);
    }

    private static Map<String, Object> begun(int line, int status) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("line", line);
        members.put("status", status);
        return members;
    }

    private static List<FieldFault> known(List<FieldFault> faults, UnaryOperator<String> pointers) {
        return faults.stream()
                .map(fault -> new FieldFault(pointers.apply(fault.pointer()), fault.code(), fault.message()))
                .toList();
    }

    private byte[] bytes(Map<String, Object> members) {
        return (json.writeValueAsString(members) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
