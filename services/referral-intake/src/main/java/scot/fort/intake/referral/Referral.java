package scot.fort.intake.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.lifecycle.Refusal;
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
 * @param said what was said last about it after it was sent
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
        LastSaid said,
        Instant updatedAt,
        @Nullable Instant heldSince,
        @Nullable Erasure erasure) {

    /** Bytes: every service keeps what is told of a referral in one document, which takes 16 MiB. */
    static final long MOST_TOLD = 4L << 20;

    /** One that was stored before it was kept what was said last has nothing there. */
    public Referral {
        said = Objects.requireNonNullElseGet(said, LastSaid::nothing);
    }

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
                LastSaid.nothing(),
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
     * The referrer tells more. This answers the question that is open, and sends again what was returned. Whether it is
     * what was told last only {@link LastSaid#information()} can say, once it is opened.
     */
    public Decision<Referral, ReferralEvent> addInformation(Information information, Instant now) {
        if (!takesContent()) {
            return refusesContent();
        }
        long told = said.told() + information.bytes();
        if (told > MOST_TOLD) {
            return Decision.refused(
                    new Refusal(
                            "too-large",
                            "More has been added to this referral than can be kept in one place. Ring the hub, or send a new referral."));
        }
        Progress progress = standing.progress();
        Integer question = progress.asked() > progress.answered() ? progress.asked() : null;
        List<ReferralEvent> events = new ArrayList<>();
        events.add(new ReferralEvent.InformationAdded(question, information.content()));
        Progress next = question == null ? progress : progress.answered(question);
        Referral amended = this;
        Amendment amendment = information.amendment();
        if (amendment != null) {
            events.add(new ReferralEvent.Corrected(amendment.children(), amendment.sent()));
            amended = amended(amendment);
        }
        if (status == Status.RETURNED) {
            next = next.resubmitted(progress.submission() + 1);
            events.add(new ReferralEvent.Resubmitted(next.submission(), now));
        }
        return Decision.accepted(amended.moved(next, said.informed(information.fingerprint(), told), now), events);
    }

    /** Consent is given late, or withdrawn; the same change once more stands. */
    public Decision<Referral, ReferralEvent> changeConsent(ReferralEvent.ConsentChanged change, Instant now) {
        Consent consent = LastSaid.consent(change);
        if (consent.equals(said.consent())) {
            return unchanged();
        }
        return takesContent()
                ? Decision.accepted(moved(standing.progress(), said.consented(consent), now), change)
                : refusesContent();
    }

    /** The referrer takes it back; once more for the same reason, it stays so. */
    public Decision<Referral, ReferralEvent> withdraw(WithdrawalReason reason, @Nullable Sealed text, Instant now) {
        if (reason == said.withdrawnFor()) {
            return unchanged();
        }
        return status.mayBecome(Status.WITHDRAWN) && takes(text)
                ? Decision.accepted(
                        moved(standing.progress().withdrawn(), said.withdrawn(reason), now),
                        new ReferralEvent.Withdrawn(reason, text))
                : refusesContent();
    }

    /** A manager says that it should never have been there; once more for the same reason, it stays so. */
    public Decision<Referral, ReferralEvent> markAsError(ErrorReason reason, @Nullable Sealed text, Instant now) {
        if (reason == said.enteredInErrorFor()) {
            return unchanged();
        }
        return status.mayBecome(Status.ENTERED_IN_ERROR) && takes(text)
                ? Decision.accepted(
                        moved(standing.progress().enteredInError(), said.enteredInError(reason), now),
                        new ReferralEvent.EnteredInError(reason, text))
                : refusesContent();
    }

    /** What was said before stands, and nobody is told of it again. */
    public Decision<Referral, ReferralEvent> unchanged() {
        return Decision.accepted(this, List.of());
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
                : with(children, corrections, heard, told, saidAfter(heard.progress()), recordedAt)
                        .withoutOutdatedRequest();
    }

    /** Words that answer one question may answer the next one, too. */
    private LastSaid saidAfter(Progress heard) {
        List<Status> reached = Milestone.reached(standing.progress(), heard);
        return reached.contains(Status.INFORMATION_REQUESTED) || reached.contains(Status.RETURNED)
                ? said.asked()
                : said;
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
                said,
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
                said.asked(),
                now.isAfter(updatedAt) ? now : updatedAt,
                heldSince,
                approved);
    }

    Referral keyDestroyed() {
        return erasing(erasure == null ? null : erasure.keyDestroyed());
    }

    private Referral moved(Progress next, LastSaid nowSaid, Instant now) {
        return with(
                children,
                corrections,
                standing.with(next),
                tracking.moved(standing.progress(), next, now),
                nowSaid,
                now);
    }

    private Referral amended(Amendment amendment) {
        return with(amendment.children(), amendment.all(), standing, tracking, said, updatedAt);
    }

    private Referral with(
            List<ChildInBrief> nowChildren,
            @Nullable Sealed nowCorrections,
            Standing nowStanding,
            Tracking nowTracking,
            LastSaid nowSaid,
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
                nowSaid,
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
