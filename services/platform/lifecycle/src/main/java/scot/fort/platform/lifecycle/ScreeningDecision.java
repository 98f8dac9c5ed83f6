package scot.fort.platform.lifecycle;

/** What the screening hub may decide, each with the status it leads to. Every decision is legal in both lanes. */
public enum ScreeningDecision {
    NO_FURTHER_ACTION(Status.CLOSED),
    ADVICE_SIGNPOST(Status.CLOSED),
    PASS_TO_NAMED_PERSON(Status.CLOSED),
    PASS_TO_LEAD_PROFESSIONAL(Status.CLOSED),
    RETURN_TO_REFERRER(Status.RETURNED),
    ALLOCATE_FAMILY_SUPPORT(Status.ALLOCATING),
    SOCIAL_WORK_ASSESSMENT(Status.ESCALATED),
    REQUEST_IRD(Status.ESCALATED),
    DUPLICATE(Status.CLOSED);

    private final Status leadsTo;

    ScreeningDecision(Status leadsTo) {
        this.leadsTo = leadsTo;
    }

    public Status leadsTo() {
        return leadsTo;
    }
}
