package scot.fort.intake.referral.form;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBodies;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import tools.jackson.databind.JsonNode;

/** Judges bodies by schema and rules together, as intake does. */
final class Judge {

    /** A day on which all the synthetic referrals are to be judged as their file says. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    private static final Set<String> WARDS = Set.of(
            "STRATHMARTINE", "LOCHEE", "WEST_END", "COLDSIDE", "MARYFIELD", "NORTH_EAST", "EAST_END", "THE_FERRY");
    private static final CheckedBodies BODIES = new CheckedBodies();

    private Judge() {}

    static List<FieldFault> faults(JsonNode body) {
        return faults(body, CLOCK);
    }

    static List<FieldFault> faults(JsonNode body, Clock clock) {
        Checked<ReferralForm> checked = BODIES.check(body, ReferralForm.class);
        return new ReferralRules(WARDS, clock)
                .ofReferral(checked)
                .refusal(checked)
                .map(Problem::errors)
                .orElse(List.of());
    }

    static List<FieldFault> warnings(JsonNode body) {
        return new ReferralRules(WARDS, CLOCK)
                .ofReferral(BODIES.check(body, ReferralForm.class))
                .warnings();
    }
}
