package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.aReferral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scot.fort.events.common.ConcernCode;
import scot.fort.platform.lifecycle.Priority;

class PriorityPolicyTests {

    private static final Set<ConcernCode> RED_CONCERNS = EnumSet.of(
            ConcernCode.SEXUAL_ABUSE,
            ConcernCode.CHILD_SEXUAL_EXPLOITATION,
            ConcernCode.HARMFUL_SEXUAL_BEHAVIOUR,
            ConcernCode.PHYSICAL_ABUSE,
            ConcernCode.CRIMINAL_EXPLOITATION,
            ConcernCode.MISSING);
    private static final Set<ConcernCode> HARM = EnumSet.of(
            ConcernCode.PHYSICAL_CHASTISEMENT,
            ConcernCode.EMOTIONAL_ABUSE,
            ConcernCode.NEGLECT,
            ConcernCode.DOMESTIC_ABUSE,
            ConcernCode.SELF_HARM,
            ConcernCode.UNBORN_BABY);

    static {
        HARM.addAll(RED_CONCERNS);
    }

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

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void knowsEveryConcernInBothLanes(ConcernCode code) {
        assertThat(PriorityPolicy.of(
                                aReferral().ofProtection().about(code.name()).build())
                        .priority())
                .isEqualTo(RED_CONCERNS.contains(code) ? Priority.RED : Priority.AMBER);
        assertThat(PriorityPolicy.of(aReferral().about(code.name()).build()).priority())
                .isEqualTo(HARM.contains(code) ? Priority.AMBER : Priority.GREEN);
    }

    private static void assertRated(Given.ReceiptBuilder referral, Priority priority, String... rules) {
        PriorityPolicy.Verdict verdict = PriorityPolicy.of(referral.build());

        assertThat(verdict.priority()).isEqualTo(priority);
        assertThat(verdict.rules()).containsExactly(rules);
    }
}
