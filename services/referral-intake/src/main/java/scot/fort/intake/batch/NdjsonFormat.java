package scot.fort.intake.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.form.ReferralForm;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Lines of JSON: {@code {"idempotencyKey": "...", "referral": {...}}}. */
public final class NdjsonFormat implements Format {

    private static final String REFERRAL = "referral";
    private static final String FORM = "A line is an object with idempotencyKey and referral, and nothing else.";
    private static final Pattern HARMLESS = Pattern.compile("/[A-Za-z0-9._-]{1,64}");

    private final CheckedBodies bodies;

    private NdjsonFormat(CheckedBodies bodies) {
        this.bodies = bodies;
    }

    /** @param mostLineBytes of one line */
    public static Opening open(InputStream in, int mostLineBytes, CheckedBodies bodies) throws IOException {
        return new Opening.Opened(Lines.of(in, LineEnd.LINE_FEED, mostLineBytes), new NdjsonFormat(bodies));
    }

    /** The members of a line, of which only the schema is needed. */
    private record BatchLine(
            @Nullable String idempotencyKey, @Nullable JsonNode referral) {}

    @Override
    public boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public Entry read(byte[] line) {
        return switch (bodies.read(line, BatchLine.class)) {
            case Checked.Valid<BatchLine>(var _, var tree) -> sent(tree);
            case Checked.Invalid<BatchLine>(var problem, var tree) ->
                tree == null ? new Entry.Misfit(problem, null) : sentOrMisfit(tree, problem);
        };
    }

    private Entry sentOrMisfit(JsonNode tree, Problem problem) {
        List<FieldFault> faults = faultsOfLine(problem, tree.path(REFERRAL).isObject());
        return faults.isEmpty()
                ? sent(tree)
                : new Entry.Misfit(Problem.invalid(faults).withDetail(FORM), tree.path(REFERRAL));
    }

    private Entry sent(JsonNode tree) {
        return new Entry.Sent(
                tree.path("idempotencyKey").stringValue(null),
                bodies.check(tree.path(REFERRAL), ReferralForm.class),
                UnaryOperator.identity());
    }

    /** What is wrong within the referral is found again, and better, when that is checked by itself. */
    private static List<FieldFault> faultsOfLine(Problem problem, boolean hasReferral) {
        String referral = FieldFault.member("", REFERRAL);
        return problem.errors().stream()
                .filter(fault -> !hasReferral
                        || !fault.pointer().equals(referral) && !fault.pointer().startsWith(referral + "/"))
                .map(NdjsonFormat::withoutOddName)
                .distinct()
                .toList();
    }

    private static FieldFault withoutOddName(FieldFault fault) {
        return fault.pointer().isEmpty() || HARMLESS.matcher(fault.pointer()).matches()
                ? fault
                : new FieldFault("", fault.code(), fault.message());
    }
}
