package scot.fort.intake.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param content all that is personal, as it was sent; none once it has been erased
 * @param corrections what was corrected later, the last word on each member
 * @param standing what the services have said about it
 * @param status follows from {@code standing}; kept to be searched by
 * @param updatedAt when what its referrer can see of it last changed, by the clock of the service that changed it
 * @param heldSince since when a legal hold forbids to erase it
 * @param erasure that somebody has asked for, or that has taken place
 */
public record Referral(
        Origin origin,
        String reference,
        Lane lane,
        Instant receivedAt,
        List<ChildInBrief> children,
        Set<String> people,
        @Nullable Sealed content,
        @Nullable Sealed corrections,
        Standing standing,
        Status status,
        Tracking tracking,
        Instant updatedAt,
        @Nullable Instant heldSince,
        @Nullable Erasure erasure) {

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
                receivedAt,
                null,
                null);
    }

    /** The key that all that is personal in it is sealed under. */
    public String keyId() {
        if (content != null) {
            return content.keyId();
        }
        return Optional.ofNullable(erasure)
                .map(Erasure::approved)
                .map(Erasure.Approved::keyId)
                .orElseThrow();
    }

    /** Whether two persons agreed that nothing personal shall be left of it. */
    public boolean isErased() {
        return erasedAt() != null;
    }

    public @Nullable Instant erasedAt() {
        return erasure == null || erasure.approved() == null
                ? null
                : erasure.approved().at();
    }

    /** What its referrer may do now. What was erased can still be taken back, should somebody have to act on it again. */
    public List<Action> allowedActions() {
        List<Action> allowed = Action.allowedIn(status);
        return isErased() ? allowed.stream().filter(Action.WITHDRAW::equals).toList() : allowed;
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
        if (!takesContent()) {
            return refusesContent();
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
        return takesContent() ? Decision.accepted(moved(standing.progress(), now), change) : refusesContent();
    }

    /** The referrer takes it back. */
    public Decision<Referral, ReferralEvent> withdraw(WithdrawalReason reason, @Nullable Sealed text, Instant now) {
        return status.mayBecome(Status.WITHDRAWN) && takes(text)
                ? Decision.accepted(
                        moved(standing.progress().withdrawn(), now), new ReferralEvent.Withdrawn(reason, text))
                : refusesContent();
    }

    /** A manager says that it should never have been there. */
    public Decision<Referral, ReferralEvent> markAsError(ErrorReason reason, @Nullable Sealed text, Instant now) {
        return status.mayBecome(Status.ENTERED_IN_ERROR) && takes(text)
                ? Decision.accepted(
                        moved(standing.progress().enteredInError(), now),
                        new ReferralEvent.EnteredInError(reason, text))
                : refusesContent();
    }

    /**
     * An event of another service; most of them mean nothing here and leave the referral as it is. Words that arrive after
     * an erasure are dropped, and an erasure that waits for a second person is given up when somebody has to act on the
     * referral again.
     *
     * @param words written to the referrer with it
     * @param happenedAt by that service's clock
     * @param recordedAt by that service's clock
     */
    public Referral hear(Told event, @Nullable Sealed words, Instant happenedAt, Instant recordedAt) {
        Standing heard = standing.after(event);
        Tracking told = tracking.moved(standing.progress(), heard.progress(), happenedAt)
                .told(event, isErased() ? null : words, happenedAt);
        return heard.equals(standing) && told.equals(tracking)
                ? this
                : with(children, corrections, heard, told, recordedAt).withoutOutdatedRequest();
    }

    private Referral withoutOutdatedRequest() {
        return status.isOpen() && !isErased() ? erasing(null) : this;
    }

    Referral heldSince(@Nullable Instant since) {
        return retained(since, erasure);
    }

    Referral erasing(@Nullable Erasure asked) {
        return retained(heldSince, asked);
    }

    private Referral retained(@Nullable Instant nowHeldSince, @Nullable Erasure nowErasure) {
        return new Referral(
                origin,
                reference,
                lane,
                receivedAt,
                children,
                people,
                content,
                corrections,
                standing,
                status,
                tracking,
                updatedAt,
                nowHeldSince,
                nowErasure);
    }

    /** Codes and times stay; all that is sealed leaves with the key, even while that is still known somewhere. */
    Referral erased(Erasure approved, Instant now) {
        return new Referral(
                origin.withoutFingerprint(),
                reference,
                lane,
                receivedAt,
                children,
                people,
                null,
                null,
                standing,
                status,
                tracking.withoutWords(),
                now.isAfter(updatedAt) ? now : updatedAt,
                heldSince,
                approved);
    }

    Referral keyDestroyed() {
        return erasing(erasure == null ? null : erasure.keyDestroyed());
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
                at.isAfter(updatedAt) ? at : updatedAt,
                heldSince,
                erasure);
    }

    private boolean takesContent() {
        return status.isOpen() && !isErased();
    }

    private boolean takes(@Nullable Sealed text) {
        return text == null || !isErased();
    }

    private Decision<Referral, ReferralEvent> refusesContent() {
        if (isErased()) {
            return Decision.illegal(
                    "What was personal in this referral has been erased, so nothing can be added to it.", Set.of());
        }
        return Decision.illegal("The referral is " + status + ", so nothing can be added to it.", status.next());
    }
}
