package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.aReferral;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Priority;

class PriorityPolicyTests {

    @Test
    void ratesImmediateDangerRedInEitherLane() {
        assertRated(aReferral().inImmediateDanger(), Priority.RED, "IMMEDIATE_DANGER", "FAMILY_SUPPORT");
        assertRated(
                aReferral().ofProtection().inImmediateDanger(), Priority.RED, "IMMEDIATE_DANGER", "CHILD_PROTECTION");
    }

    @Test
    void ratesSexualAndPhysicalHarmAndExploitationOfAChildRed() {
        assertRated(aReferral().ofProtection().about("SEXUAL_ABUSE"), Priority.RED, "SEXUAL_HARM", "CHILD_PROTECTION");
        assertRated(
                aReferral().ofProtection().about("PHYSICAL_ABUSE"), Priority.RED, "PHYSICAL_HARM", "CHILD_PROTECTION");
        assertRated(
                aReferral().ofProtection().about("CRIMINAL_EXPLOITATION"),
                Priority.RED,
                "EXPLOITATION",
                "CHILD_PROTECTION");
    }

    @Test
    void ratesAConcernForABabyRedAndForAnUnbornChildAmber() {
        assertRated(
                aReferral().ofProtection().about("NEGLECT").withChild(0, false),
                Priority.RED,
                "CHILD_UNDER_ONE",
                "CHILD_PROTECTION");
        assertRated(
                aReferral().ofProtection().about("SUBSTANCE_USE").withChild(null, true),
                Priority.AMBER,
                "UNBORN_CHILD",
                "CHILD_PROTECTION");
    }

    @Test
    void ratesAnyOtherProtectionConcernAmber() {
        assertRated(aReferral().ofProtection().about("NEGLECT"), Priority.AMBER, "CHILD_PROTECTION");
    }

    @Test
    void ratesASupportRequestGreenUnlessHarmIsBehindIt() {
        assertRated(aReferral().about("PARENTING"), Priority.GREEN, "FAMILY_SUPPORT");
        assertRated(
                aReferral().about("PARENTING", "DOMESTIC_ABUSE"),
                Priority.AMBER,
                "HARM_BEHIND_A_SUPPORT_REQUEST",
                "FAMILY_SUPPORT");
        assertRated(aReferral().withChild(0, false), Priority.GREEN, "FAMILY_SUPPORT");
    }

    @Test
    void namesItsRulesTheMostUrgentFirst() {
        assertThat(Arrays.stream(RatingRule.values()).map(RatingRule::priority)).isSorted();
    }

    private static void assertRated(Given.ReceiptBuilder referral, Priority priority, String... rules) {
        PriorityPolicy.Verdict verdict = PriorityPolicy.of(referral.build());

        assertThat(verdict.priority()).isEqualTo(priority);
        assertThat(verdict.rules()).containsExactly(rules);
    }
}
