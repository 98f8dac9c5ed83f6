package scot.fort.notification.correspondence;

/** What is told, and to whom. */
public enum Template {
    REFERRAL_RECEIVED(Recipient.REFERRER),
    INFORMATION_REQUESTED(Recipient.REFERRER),
    SCREENING_DECIDED(Recipient.REFERRER),
    REFERRAL_RETURNED(Recipient.REFERRER),
    OUTCOME_RECORDED(Recipient.REFERRER),
    STILL_SEARCHING(Recipient.REFERRER),
    SUPPORT_STARTED(Recipient.REFERRER),
    SUPPORT_ENDED(Recipient.REFERRER),
    SUPPORT_OFFERED(Recipient.PROVIDER),
    OFFER_EXPIRED(Recipient.PROVIDER),
    OFFER_REVOKED(Recipient.PROVIDER),
    CONSENT_GIVEN(Recipient.TEAMS),
    CONSENT_WITHDRAWN(Recipient.TEAMS),
    SCREENING_AT_RISK(Recipient.HUB),
    SCREENING_BREACHED(Recipient.MANAGERS),
    GLASS_BROKEN(Recipient.MANAGERS);

    /** In which role somebody is told. */
    public enum Recipient {
        REFERRER,
        PROVIDER,
        /** The screening hub and the coordinators; of a restricted referral the hub's managers alone. */
        TEAMS,
        /** The screening hub; of a restricted referral its managers alone. */
        HUB,
        /** The hub's managers. */
        MANAGERS
    }

    private final Recipient recipient;

    Template(Recipient recipient) {
        this.recipient = recipient;
    }

    public Recipient recipient() {
        return recipient;
    }
}
