package scot.fort.intake.referral;

/** Why what is personal in a referral is erased. */
public enum ErasureReason {
    RETENTION_ENDED,
    DATA_SUBJECT_REQUEST,
    WRONG_PERSON,
    COURT_ORDER,
    OTHER
}
