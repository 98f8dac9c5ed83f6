package scot.fort.triage.screening;

/** What became of an escalation: of an Inter-agency Referral Discussion or of a social work assessment. */
public enum EscalationOutcome {
    NO_CHILD_PROTECTION,
    CHILDS_PLAN_MEETING,
    FURTHER_ENQUIRIES,
    CASE_DISCUSSION,
    SINGLE_AGENCY,
    JOINT_INVESTIGATION,
    ASSESSMENT_NO_FURTHER_ACTION,
    CHILDS_PLAN,
    COMPULSORY_MEASURES,
    /** Not for them: screening begins again. */
    SENT_BACK
}
