package scot.fort.intake.referral;

/** Why a referrer withdraws a referral. */
public enum WithdrawalReason {
    NO_LONGER_NEEDED,
    FAMILY_DECLINED,
    CONSENT_WITHDRAWN,
    FAMILY_MOVED,
    SUPPORT_FOUND_ELSEWHERE,
    SENT_TWICE,
    OTHER
}
