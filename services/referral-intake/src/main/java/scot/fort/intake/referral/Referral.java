package scot.fort.intake.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.lifecycle.Standing;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.lifecycle.Told;
import scot.fort.platform.sealing.Sealed;

/**
 * A referral as intake keeps it.
 *
 * @param origin how it was sent
 * @param reference speakable, FORT-XXXX-XXXX
 * @param receivedAt when it was received first
 * @param people references of all children and adults in it
 * @param content all that is personal, as it was sent
 * @param corrections what was corrected later, the last word on each member
 * @param standing what the services have told of it
 * @param status follows from {@code standing}; kept to be searched by
 * @param updatedAt when what its referrer can see of it last changed, by the clock of the service that changed it
 */
public record Referral(
        Origin origin,
        String reference,
        Lane lane,
        Instant receivedAt,
        List<ChildInBrief> children,
        Set<String> people,
        Sealed content,
        @Nullable Sealed corrections,
        Standing standing,
        Status status,
        Tracking tracking,
        Instant updatedAt) {

    static Referral received(
            Origin origin,
            String reference,
            Instant receivedAt,
            Particulars particulars,
            Set<String> people,
            Sealed content) {
        return new Referral(
                origin,
                reference,
                particulars.lane(),
                receivedAt,
                particulars.children(),
                people,
                content,
                null,
                Standing.unheard(),
                Status.RECEIVED,
                Tracking.from(receivedAt),
                receivedAt);
    }

    public boolean wasSentBy(String organisation) {
        return origin.organisation().equals(organisation);
    }

    /** The key that all that is personal in it is sealed under. */
    public String keyId() {
        return content.keyId();
    }

    /** The question that waits for an answer. */
    public @Nullable Question openQuestion() {
        return status == Status.INFORMATION_REQUESTED ? tracking.question() : null;
    }

    /** What came of it; none while it is in screening. */
    public @Nullable String outcome() {
        return tracking.outcome(status);
    }

    /**
     * The referrer tells more. This answers the question that is open, and sends again what was returned.
     *
     * @param amendment of what was sent before, if that was wrong
     */
    public Decision<Referral, ReferralEvent> addInformation(
            Sealed information, @Nullable Amendment amendment, Instant now) {
        if (!status.isOpen()) {
            return closed();
        }
        Progress progress = standing.progress();
        Integer question = progress.asked() > progress.answered() ? progress.asked() : null;
        List<ReferralEvent> events = new ArrayList<>();
        events.add(new ReferralEvent.InformationAdded(question, information));
        Progress next = question == null ? progress : progress.answered(question);
        Referral amended = this;
        if (amendment != null) {
            events.add(new ReferralEvent.Corrected(amendment.children(), amendment.sent()));
            amended = amended(amendment);
        }
        if (status == Status.RETURNED) {
            next = next.resubmitted(progress.submission() + 1);
            events.add(new ReferralEvent.Resubmitted(next.submission(), now));
        }
        return Decision.accepted(amended.moved(next, now), events);
    }

    /** Consent is given late, or withdrawn. */
    public Decision<Referral, ReferralEvent> changeConsent(ReferralEvent.ConsentChanged change, Instant now) {
        return status.isOpen() ? Decision.accepted(moved(standing.progress(), now), change) : closed();
    }

    /** The referrer takes it back. */
    public Decision<Referral, ReferralEvent> withdraw(WithdrawalReason reason, @Nullable Sealed text, Instant now) {
        return status.mayBecome(Status.WITHDRAWN)
                ? Decision.accepted(
                        moved(standing.progress().withdrawn(), now), new ReferralEvent.Withdrawn(reason, text))
                : closed();
    }

    /** A manager says that it should never have been there. */
    public Decision<Referral, ReferralEvent> markAsError(ErrorReason reason, @Nullable Sealed text, Instant now) {
        return status.mayBecome(Status.ENTERED_IN_ERROR)
                ? Decision.accepted(
                        moved(standing.progress().enteredInError(), now),
                        new ReferralEvent.EnteredInError(reason, text))
                : closed();
    }

    /**
     * Another service has told something; most of it says nothing here, and leaves the referral as it is.
     *
     * @param words written to the referrer with it
     * @param happenedAt by that service's clock
     * @param recordedAt by that service's clock
     */
    public Referral hear(Told event, @Nullable Sealed words, Instant happenedAt, Instant recordedAt) {
        Standing heard = standing.after(event);
        Tracking told = tracking.moved(standing.progress(), heard.progress(), happenedAt)
                .told(event, words, happenedAt);
        return heard.equals(standing) && told.equals(tracking)
                ? this
                : with(children, corrections, heard, told, recordedAt);
    }

    private Referral moved(Progress next, Instant now) {
        return with(children, corrections, standing.with(next), tracking.moved(standing.progress(), next, now), now);
    }

    private Referral amended(Amendment amendment) {
        return with(amendment.children(), amendment.all(), standing, tracking, updatedAt);
    }

    private Referral with(
            List<ChildInBrief> nowChildren,
            @Nullable Sealed nowCorrections,
            Standing nowStanding,
            Tracking nowTracking,
            Instant at) {
        return new Referral(
                origin,
                reference,
                lane,
                receivedAt,
                nowChildren,
                people,
                content,
                nowCorrections,
                nowStanding,
                nowStanding.status(),
                nowTracking,
                at.isAfter(updatedAt) ? at : updatedAt);
    }

    private Decision<Referral, ReferralEvent> closed() {
        return Decision.illegal("The referral is " + status + ", so nothing can be added to it.", status.next());
    }
}
