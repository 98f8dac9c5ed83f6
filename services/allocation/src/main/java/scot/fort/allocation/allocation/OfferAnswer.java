package scot.fort.allocation.allocation;

/** What a provider says of an offer that it declines (HL7 SDOH Clinical Care words). */
public enum OfferAnswer {
    CAPACITY,
    NO_CAPACITY,
    WAITLIST,
    ADDITIONAL_ASSESSMENT_REQUIRED
}
