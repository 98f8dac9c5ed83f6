package scot.fort.intake.referral;

/** Why a manager marks a referral as entered in error. */
public enum ErrorReason {
    WRONG_CHILD,
    SENT_TWICE,
    TEST_DATA,
    NOT_A_REFERRAL,
    OTHER
}
