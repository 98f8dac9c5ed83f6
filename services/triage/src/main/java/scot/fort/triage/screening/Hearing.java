package scot.fort.triage.screening;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import scot.fort.platform.lifecycle.Consent;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.lifecycle.Told;

/**
 * What the hub makes of what intake and allocation tell. Nothing told is lost: what comes too late to change anything is
 * kept with the case all the same.
 */
public final class Hearing {

    /** What triage has come to for children whom nobody of the hub looks at any more. */
    private static final Set<Status> SETTLED = Set.of(Status.ALLOCATING, Status.CLOSED);

    private final RatingPolicy ratings;
    private final ClockPolicy clocks;

    public Hearing(RatingPolicy ratings, ClockPolicy clocks) {
        this.ratings = ratings;
        this.clocks = clocks;
    }

    /** A referral has come: its screening is opened, rated, and its clock runs. */
    public Accepted<Screening, ScreeningEvent> received(Screening screening, Receipt receipt) {
        RatingRules.Verdict verdict = verdict(receipt, false);
        Rating rating = new Rating(
                verdict.priority(),
                verdict.rules(),
                verdict.version(),
                clocks.deadline(verdict.priority(), receipt.receivedAt(), List.of()));
        Progress queued = screening.progress().queued(1, 1, receipt.childrenRefs());
        return new Accepted<>(
                screening.withReceipt(receipt).with(rating).with(queued),
                List.of(new ScreeningEvent.Opened(1, 1, receipt.childrenRefs(), receipt.lane(), rating)));
    }

    /** The referrer told more; the answer to the open question ends the hold. */
    public Screening informed(Screening screening, CaseNotes.Information information) {
        Screening informed = screening.with(screening.notes().with(information));
        Integer answers = information.answersQuestion();
        if (answers == null) {
            return informed;
        }
        Screening answered = informed.with(informed.progress().answered(answers));
        return answered.isReceived() && answers == answered.progress().asked()
                ? answered.with(answered.rated().resumed(information.at(), clocks))
                : answered;
    }

    /**
     * The children are not as they were said to be. A rule may find it more urgent for that: at once while it waits for a
     * decision, or to be sent again, else once somebody screens it again. It is never found less urgent, nor for a rule that
     * fired before.
     */
    public Accepted<Screening, ScreeningEvent> corrected(
            Screening screening, CaseNotes.Correction correction, List<Receipt.Child> children) {
        Receipt after = screening.known().withChildren(children);
        Screening corrected =
                screening.withReceipt(after).with(screening.notes().with(correction));
        List<String> before = verdict(screening.known(), false).rules();
        RatingRules.Verdict now = verdict(after, false);
        return Screening.IN_QUEUE.contains(corrected.status()) || corrected.status() == Status.RETURNED
                ? raised(corrected, now, before, correction.at())
                : new Accepted<>(corrected.with(corrected.rated().deferring(now, before)), List.of());
    }

    public Screening consentChanged(Screening screening, Consent consent) {
        return screening.withReceipt(screening.known().withConsent(consent));
    }

    /** A returned referral was sent again: those who were returned are screened again. */
    public Accepted<Screening, ScreeningEvent> resubmitted(Screening screening, int submission, Instant receivedAt) {
        Screening again = screening.with(screening.progress().resubmitted(submission));
        List<String> returned = again.childrenIn(Status.RETURNED);
        return returned.isEmpty()
                ? new Accepted<>(again, List.of())
                : new Reopenings(again, clocks).resubmitted(submission, returned, receivedAt);
    }

    public Screening withdrawn(Screening screening) {
        return screening.with(screening.progress().withdrawn()).unclaimed();
    }

    public Screening enteredInError(Screening screening) {
        return screening.with(screening.progress().enteredInError()).unclaimed();
    }

    public Screening contentErased(Screening screening) {
        return screening.contentErased();
    }

    /**
     * A provider worries: every child whom nobody of the hub looks at is screened again, and what is being screened is at
     * least as urgent.
     */
    public Accepted<Screening, ScreeningEvent> concernRaised(Screening screening, CaseNotes.RaisedConcern raised) {
        Screening kept = screening.with(screening.notes().with(raised));
        if (!kept.isReceived()) {
            return new Accepted<>(kept, List.of());
        }
        List<String> settled = kept.childrenIn(SETTLED);
        return settled.isEmpty()
                ? moreUrgent(kept, raised)
                : new Reopenings(kept, clocks).concernRaised(settled, raised.text(), raised.at());
    }

    private Accepted<Screening, ScreeningEvent> moreUrgent(Screening kept, CaseNotes.RaisedConcern raised) {
        Rating after = new Reopenings(kept, clocks).ratedForConcern(raised.at());
        if (after.equals(kept.rated()) || !Screening.IN_QUEUE.contains(kept.status())) {
            return new Accepted<>(kept, List.of());
        }
        return kept.rerated(after, null, raised.text(), Acting.SERVICE, raised.at());
    }

    /**
     * Screeners confirmed who of other referrals its children are. While it waits for a decision, a rule may find it more
     * urgent beside an earlier referral that is still open; it is never found less urgent, nor for what a person knew when they
     * rated it: what the referral itself says, and what was confirmed before.
     */
    public Accepted<Screening, ScreeningEvent> related(
            Screening screening, Kin kin, boolean isBesideAnOpenOne, Instant now) {
        Screening related = screening.with(kin);
        boolean isNews = isBesideAnOpenOne && !kin.equals(screening.related());
        if (!isNews || related.erased() || !Screening.IN_QUEUE.contains(related.status())) {
            return new Accepted<>(related, List.of());
        }
        List<String> before = Stream.concat(
                        related.rated().rules().stream(), verdict(related.known(), false).rules().stream())
                .toList();
        return raised(related, verdict(related.known(), true), before, now);
    }

    private RatingRules.Verdict verdict(Receipt receipt, boolean isBesideAnOpenOne) {
        return ratings.on(receipt, clocks.dayOf(receipt.receivedAt()), isBesideAnOpenOne);
    }

    /** Rates it as rules ask that did not fire before, if that is more urgent than whoever rated it last has it. */
    private Accepted<Screening, ScreeningEvent> raised(
            Screening screening, RatingRules.Verdict verdict, List<String> before, Instant now) {
        return verdict.beyond(before)
                .map(more -> more.of(screening, clocks, now))
                .orElseGet(() -> new Accepted<>(screening, List.of()));
    }

    /** Where the referral stands in the eyes of allocation. */
    public Screening told(Screening screening, Told event) {
        return screening.with(screening.standing().after(event));
    }
}
