package scot.fort.intake.referral;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;

/**
 * Who may erase what is personal in a referral, and when: two different persons, once nobody has to act on it any more,
 * and never while a legal hold stands.
 */
public final class ErasureDecisions {

    private ErasureDecisions() {}

    /** The first person asks; what somebody has asked before stands. */
    public static Decision<Referral, ReferralEvent> request(
            Referral referral, ErasureReason reason, String subject, Instant now) {
        if (referral.isErased()) {
            return referral.unchanged();
        }
        if (referral.heldSince() != null) {
            return held();
        }
        if (referral.status().isOpen()) {
            return open(referral);
        }
        if (isAllocationUnderWay(referral)) {
            return impossible("Offers to services are still being taken back; please ask again in a moment.");
        }
        return referral.erasure() != null
                ? referral.unchanged()
                : Decision.accepted(
                        referral.erasing(new Erasure(reason, subject, now, null)),
                        new ReferralEvent.ErasureRequested(reason));
    }

    /** The second person agrees: what is personal is gone with this. */
    public static Decision<Referral, ReferralEvent> approve(Referral referral, String subject, Instant now) {
        if (referral.isErased()) {
            return referral.unchanged();
        }
        if (referral.heldSince() != null) {
            return held();
        }
        Erasure asked = referral.erasure();
        if (asked == null) {
            return impossible("Nobody has asked for an erasure of this referral as it stands.");
        }
        if (asked.askedBy().equals(subject)) {
            return impossible("Whoever asked for the erasure cannot approve it: two persons must agree.");
        }
        if (referral.status().isOpen()) {
            return open(referral);
        }
        if (isAllocationUnderWay(referral)) {
            return impossible("Offers to services are still being taken back; please ask again in a moment.");
        }
        String keyId = referral.keyId();
        return Decision.accepted(
                referral.erased(asked.approvedBy(subject, now, keyId), now),
                new ReferralEvent.ContentErased(keyId, asked.reason(), asked.askedBy(), subject));
    }

    /** A legal hold begins; one that stands goes on. */
    public static Decision<Referral, ReferralEvent> hold(Referral referral, @Nullable Sealed text, Instant now) {
        if (referral.isErased()) {
            return impossible("What was personal in this referral has been erased: there is nothing left to hold.");
        }
        return referral.heldSince() != null
                ? referral.unchanged()
                : Decision.accepted(referral.heldSince(now), new ReferralEvent.LegalHoldChanged(true, text));
    }

    /** The legal hold ends, if there is one. */
    public static Decision<Referral, ReferralEvent> lift(Referral referral) {
        return referral.heldSince() == null
                ? referral.unchanged()
                : Decision.accepted(referral.heldSince(null), new ReferralEvent.LegalHoldChanged(false, null));
    }

    /** Providers are told that an offer is taken back at addresses that the erasure would destroy. */
    private static boolean isAllocationUnderWay(Referral referral) {
        Status allocation = referral.standing().progress().allocation();
        return allocation != null && allocation != Status.CLOSED;
    }

    private static Decision<Referral, ReferralEvent> held() {
        return impossible("A legal hold forbids the erasure of this referral.");
    }

    private static Decision<Referral, ReferralEvent> open(Referral referral) {
        return Decision.illegal(
                "The referral is " + referral.status() + ", so somebody still has to act on it. It must be closed,"
                        + " withdrawn or marked as entered in error before it is erased.",
                referral.status().next());
    }

    private static Decision<Referral, ReferralEvent> impossible(String detail) {
        return Decision.illegal(detail, Set.of());
    }
}
