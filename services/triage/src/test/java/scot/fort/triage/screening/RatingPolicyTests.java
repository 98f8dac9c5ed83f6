package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.aReferral;
import static scot.fort.triage.screening.Given.aScreening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scot.fort.events.common.ConcernCode;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;

class RatingPolicyTests {

    private static final List<String> CONCERNS = Arrays.stream(ConcernCode.values())
            .filter(code -> code != ConcernCode.UNKNOWN)
            .map(Enum::name)
            .toList();

    private static final Set<String> SEXUAL_HARM =
            Set.of("SEXUAL_ABUSE", "CHILD_SEXUAL_EXPLOITATION", "HARMFUL_SEXUAL_BEHAVIOUR");
    private static final Set<String> OTHER_HARM = Set.of(
            "PHYSICAL_ABUSE",
            "PHYSICAL_CHASTISEMENT",
            "EMOTIONAL_ABUSE",
            "CRIMINAL_EXPLOITATION",
            "NEGLECT",
            "DOMESTIC_ABUSE",
            "SELF_HARM",
            "MISSING",
            "UNBORN_BABY");
    private static final List<Integer> AGES = Arrays.asList(null, 0, 1, 17);

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
    void followsTheRulesOfTheDayOfReceipt() {
        RatingRule support = rule("SUPPORT", Lane.FAMILY_SUPPORT, Priority.GREEN);
        RatingRule sooner = rule("SOONER", Lane.FAMILY_SUPPORT, Priority.AMBER);
        RatingRule concern = rule("CONCERN", Lane.CHILD_PROTECTION_CONCERN, Priority.AMBER);
        LocalDate change = LocalDate.of(2027, 4, 1);
        RatingPolicy policy = new RatingPolicy(List.of(
                new RatingRules("2027-1", change, List.of(concern, sooner)),
                new RatingRules("2026-1", change.minusYears(1), List.of(concern, support))));
        Receipt receipt = aReferral().build();

        RatingRules.Verdict before = new RatingRules.Verdict("2026-1", List.of(support));
        RatingRules.Verdict after = new RatingRules.Verdict("2027-1", List.of(sooner));
        assertThat(policy.on(receipt, change.minusYears(2), false)).isEqualTo(before);
        assertThat(policy.on(receipt, change.minusDays(1), false)).isEqualTo(before);
        assertThat(policy.on(receipt, change, false)).isEqualTo(after);
    }

    @Test
    void saysWhyByTheVersionThatWasInForceThen() {
        Rating rating = aScreening(aReferral().ofProtection().about("MISSING")).rated();

        assertThat(Given.RATINGS.reasons(rating))
                .containsExactly(
                        "Nobody knows where the child is, so nobody can say that they are safe.",
                        "A concern for a child's safety is looked at within a working day, whatever it is.");
        assertThat(Given.RATINGS.reasons(new Rating(rating.priority(), rating.rules(), "2025-1", rating.deadline())))
                .isEmpty();
    }

    /** All concerns in pairs, danger or none, and children of all ages that matter, together and alone. */
    @ParameterizedTest
    @EnumSource
    void ratesWhateverIsSaidInEitherLane(Lane lane) {
        for (String concern : CONCERNS) {
            for (String other : CONCERNS) {
                for (int all = 0; all < 24; all++) {
                    boolean danger = all % 2 == 1;
                    Integer age = AGES.get(all / 2 % 4);
                    boolean born = all / 8 < 2;
                    boolean unborn = all / 8 > 0;
                    Given.ReceiptBuilder referral = aReferral().in(lane).about(concern, other);
                    if (danger) {
                        referral.inImmediateDanger();
                    }
                    if (born) {
                        referral.withChild(age, false);
                    }
                    if (unborn) {
                        referral.withChild(null, true);
                    }
                    boolean baby = born && age != null && age == 0;

                    assertThat(rated(referral).rules())
                            .as("%s", referral.build())
                            .isEqualTo(expected(lane, new HashSet<>(List.of(concern, other)), danger, baby, unborn));
                }
            }
        }
    }

    /** The default rules once more, in the plainest way. */
    private static List<String> expected(
            Lane lane, Set<String> concerns, boolean danger, boolean baby, boolean unborn) {
        boolean protection = lane == Lane.CHILD_PROTECTION_CONCERN;
        List<String> rules = new ArrayList<>();
        addIf(danger, "IMMEDIATE_DANGER", rules);
        addIf(protection && isOneOf(concerns, SEXUAL_HARM), "SEXUAL_HARM", rules);
        addIf(protection && concerns.contains("PHYSICAL_ABUSE"), "PHYSICAL_HARM", rules);
        addIf(protection && concerns.contains("CRIMINAL_EXPLOITATION"), "EXPLOITATION", rules);
        addIf(protection && concerns.contains("MISSING"), "MISSING_CHILD", rules);
        addIf(protection && baby, "CHILD_UNDER_ONE", rules);
        addIf(protection && unborn, "UNBORN_CHILD", rules);
        addIf(protection, "CHILD_PROTECTION", rules);
        addIf(
                !protection && (isOneOf(concerns, SEXUAL_HARM) || isOneOf(concerns, OTHER_HARM)),
                "HARM_BEHIND_A_SUPPORT_REQUEST",
                rules);
        addIf(!protection, "FAMILY_SUPPORT", rules);
        return rules;
    }

    private static RatingRule rule(String name, Lane lane, Priority priority) {
        return new RatingRule(name, RatingRule.When.inLane(lane), priority, "Why.");
    }

    private static boolean isOneOf(Set<String> concerns, Set<String> codes) {
        return !Collections.disjoint(concerns, codes);
    }

    private static void addIf(boolean fires, String rule, List<String> rules) {
        if (fires) {
            rules.add(rule);
        }
    }

    private static RatingRules.Verdict rated(Given.ReceiptBuilder referral) {
        return Given.RATINGS.on(referral.build(), LocalDate.of(2026, 11, 20), false);
    }

    private static void assertRated(Given.ReceiptBuilder referral, Priority priority, String... rules) {
        RatingRules.Verdict verdict = rated(referral);

        assertThat(verdict.priority()).isEqualTo(priority);
        assertThat(verdict.rules()).containsExactly(rules);
    }
}
