package scot.fort.triage.screening;

import java.util.EnumSet;
import java.util.Set;
import scot.fort.platform.lifecycle.ScreeningDecision;

/** What a decision says beside its rationale: which has to say it, and which may. */
public enum DecisionPart {
    SUPPORT_CODES(
            "supportCodes",
            EnumSet.of(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT),
            EnumSet.of(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT)),
    DUPLICATE_OF("duplicateOf", EnumSet.of(ScreeningDecision.DUPLICATE), EnumSet.of(ScreeningDecision.DUPLICATE)),
    /** Who takes it on. The referrer does where they are the named person themselves, so then it need not be said. */
    PASSED_TO(
            "passedTo",
            EnumSet.of(ScreeningDecision.PASS_TO_NAMED_PERSON),
            EnumSet.of(ScreeningDecision.PASS_TO_NAMED_PERSON, ScreeningDecision.PASS_TO_LEAD_PROFESSIONAL)),
    MESSAGE_TO_REFERRER(
            "messageToReferrer",
            EnumSet.of(ScreeningDecision.RETURN_TO_REFERRER),
            EnumSet.allOf(ScreeningDecision.class));

    private static final String NAMED_PERSON = "NAMED_PERSON";

    private final String member;
    private final Set<ScreeningDecision> required;
    private final Set<ScreeningDecision> taken;

    DecisionPart(String member, Set<ScreeningDecision> required, Set<ScreeningDecision> taken) {
        this.member = member;
        this.required = required;
        this.taken = taken;
    }

    /** Its member of a request. */
    public String member() {
        return member;
    }

    /** Whether such a decision on this referral says nothing without it. */
    public boolean isRequiredBy(ScreeningDecision decision, Receipt receipt) {
        return required.contains(decision)
                && !(this == PASSED_TO && receipt.referrerRole().equals(NAMED_PERSON));
    }

    /** The decisions that take it; of any other it is a mistake to say it. */
    public Set<ScreeningDecision> takenBy() {
        return Set.copyOf(taken);
    }
}
