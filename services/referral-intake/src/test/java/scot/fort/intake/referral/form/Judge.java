package scot.fort.intake.referral.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.reference.Code;
import scot.fort.intake.reference.CodeSet;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Judges bodies by schema and rules together, as intake does. */
final class Judge {

    /** A day on which all the synthetic referrals are to be judged as their file says. */
    static final Clock CLOCK = at("2026-11-25T12:00:00Z");

    private static final CodeSet WARDS = wards(
            ward("STRATHMARTINE", null, null),
            ward("LOCHEE", null, null),
            ward("WEST_END", null, null),
            ward("COLDSIDE", null, null),
            ward("MARYFIELD", null, null),
            ward("NORTH_EAST", null, null),
            ward("EAST_END", null, null),
            ward("THE_FERRY", null, null));
    private static final CheckedBodies BODIES = new CheckedBodies();

    private Judge() {}

    static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }

    static CodeSet wards(Code... wards) {
        return new CodeSet("wards", "Wards", null, List.of(wards));
    }

    static Code ward(String code, @Nullable String from, @Nullable String to) {
        return Code.of(
                code, code, null, from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }

    static List<FieldFault> faults(JsonNode body) {
        return faults(body, CLOCK);
    }

    static List<FieldFault> faults(JsonNode body, Clock clock) {
        return faults(new ReferralRules(WARDS, clock), body);
    }

    static List<FieldFault> faults(ReferralRules rules, JsonNode body) {
        Checked<ReferralForm> checked = BODIES.check(body, ReferralForm.class);
        return errors(rules.ofReferral(checked).refusal(checked).stream());
    }

    /** What is told of a body as it came in, each fault as its pointer and its code. */
    static List<String> faultsOf(String json) {
        Checked<ReferralForm> checked = BODIES.read(json.getBytes(StandardCharsets.UTF_8), ReferralForm.class);
        return told(errors(rules().ofReferral(checked).refusal(checked).stream()));
    }

    /** The code of the problem that a body as it came in is. */
    static String problemOf(String json) {
        Checked<ReferralForm> checked = BODIES.read(json.getBytes(StandardCharsets.UTF_8), ReferralForm.class);
        return rules().ofReferral(checked)
                .refusal(checked)
                .map(problem -> problem.code().code())
                .orElse("");
    }

    static List<FieldFault> warnings(JsonNode body) {
        return rules().ofReferral(BODIES.check(body, ReferralForm.class)).warnings();
    }

    static List<String> faultsOfInformation(JsonNode body) {
        return later(body, InformationRequest.class, ReferralRules::ofInformation);
    }

    static List<String> faultsOfConsent(JsonNode body) {
        return later(body, ConsentRequest.class, ReferralRules::ofConsent);
    }

    /** Of a request for which there are no rules but its schema. */
    static List<String> faultsBySchema(JsonNode body, Class<?> type) {
        return switch (BODIES.check(body, type)) {
            case Checked.Valid<?> ignored -> List.of();
            case Checked.Invalid<?>(Problem problem, var tree) -> told(problem.errors());
        };
    }

    /** The faults of a referral, each as its pointer and its code. */
    static List<String> told(JsonNode referral) {
        return told(faults(referral));
    }

    static List<String> told(List<FieldFault> faults) {
        return faults.stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static <T> List<String> later(
            JsonNode body, Class<T> type, BiFunction<ReferralRules, Checked<T>, Findings> rule) {
        Checked<T> checked = BODIES.check(body, type);
        return told(errors(rule.apply(rules(), checked).refusal(checked).stream()));
    }

    private static ReferralRules rules() {
        return new ReferralRules(WARDS, CLOCK);
    }

    private static List<FieldFault> errors(Stream<Problem> refusal) {
        return refusal.flatMap(problem -> problem.errors().stream()).toList();
    }
}
