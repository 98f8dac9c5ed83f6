package scot.fort.triage.screening;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;

/** The rules by which a referral gets its first priority, from what it says in clear. A person may rate it otherwise. */
enum RatingRule {
    IMMEDIATE_DANGER(Priority.RED, Receipt::immediateDanger),
    SEXUAL_HARM(Priority.RED, concern("SEXUAL_ABUSE", "CHILD_SEXUAL_EXPLOITATION", "HARMFUL_SEXUAL_BEHAVIOUR")),
    PHYSICAL_HARM(Priority.RED, concern("PHYSICAL_ABUSE")),
    EXPLOITATION(Priority.RED, concern("CRIMINAL_EXPLOITATION")),
    MISSING_CHILD(Priority.RED, concern("MISSING")),
    CHILD_UNDER_ONE(Priority.RED, isProtection().and(child(RatingRule::isUnderOne))),
    UNBORN_CHILD(Priority.AMBER, isProtection().and(child(Receipt.Child::unborn))),
    CHILD_PROTECTION(Priority.AMBER, isProtection()),
    HARM_BEHIND_A_SUPPORT_REQUEST(
            Priority.AMBER,
            isSupport()
                    .and(says(
                            "SEXUAL_ABUSE",
                            "CHILD_SEXUAL_EXPLOITATION",
                            "HARMFUL_SEXUAL_BEHAVIOUR",
                            "PHYSICAL_ABUSE",
                            "PHYSICAL_CHASTISEMENT",
                            "EMOTIONAL_ABUSE",
                            "CRIMINAL_EXPLOITATION",
                            "NEGLECT",
                            "DOMESTIC_ABUSE",
                            "SELF_HARM",
                            "MISSING",
                            "UNBORN_BABY"))),
    FAMILY_SUPPORT(Priority.GREEN, isSupport());

    private final Priority priority;
    private final Predicate<Receipt> fires;

    RatingRule(Priority priority, Predicate<Receipt> fires) {
        this.priority = priority;
        this.fires = fires;
    }

    Priority priority() {
        return priority;
    }

    boolean fires(Receipt receipt) {
        return fires.test(receipt);
    }

    private static Predicate<Receipt> isProtection() {
        return receipt -> receipt.lane() == Lane.CHILD_PROTECTION_CONCERN;
    }

    private static Predicate<Receipt> isSupport() {
        return receipt -> receipt.lane() == Lane.FAMILY_SUPPORT;
    }

    private static Predicate<Receipt> concern(String... codes) {
        return isProtection().and(says(codes));
    }

    private static Predicate<Receipt> says(String... codes) {
        Set<String> any = Set.copyOf(Arrays.asList(codes));
        return receipt -> !Collections.disjoint(
                any, receipt.concerns().stream().map(Receipt.Concern::code).toList());
    }

    private static Predicate<Receipt> child(Predicate<Receipt.Child> is) {
        return receipt -> receipt.children().stream().anyMatch(is);
    }

    private static boolean isUnderOne(Receipt.Child child) {
        Integer age = child.ageYears();
        return !child.unborn() && age != null && age < 1;
    }
}
