package scot.fort.triage.screening;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision.Accepted;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.lifecycle.Grants;
import scot.fort.platform.lifecycle.Progress;
import scot.fort.platform.lifecycle.Standing;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.service.Restriction;
import scot.fort.triage.matching.Arrival;

/**
 * The screening of one referral.
 *
 * @param receipt none while only allocation has been heard of the referral; until then it is in no queue
 * @param standing where the referral stands, by what the three services say of it
 * @param rating none before the receipt
 * @param lease the claim of the screener who works on it, perhaps over
 * @param alarms that were raised of its clocks; none in what was stored before there were any
 * @param grants of those who may see it where it is restricted; none in what was stored before there were any
 * @param kin of its children in other referrals; none in what was stored before there was any
 * @param erased whether intake has destroyed the key of all that is sealed; nothing sealed is kept here then, whether it
 *     came before or comes after
 * @param place follows from all the others; none before the receipt
 */
public record Screening(
        @Nullable Receipt receipt,
        Standing standing,
        @Nullable Rating rating,
        @Nullable Lease lease,
        CaseNotes notes,
        Judgements judgements,
        @Nullable Alarms alarms,
        @Nullable Grants grants,
        @Nullable Kin kin,
        boolean erased,
        @Nullable QueuePlace place) {

    /** The statuses in which a screening is the hub's to work on. */
    public static final Set<Status> IN_QUEUE =
            Set.of(Status.RECEIVED, Status.IN_SCREENING, Status.INFORMATION_REQUESTED);

    /** In bytes, a quarter of what a document can hold. */
    private static final long MOST_WRITTEN = 4L << 20;

    private static final Set<Status> TO_BE_SCREENED = Set.of(Status.RECEIVED, Status.IN_SCREENING);

    public Screening {
        if (erased) {
            receipt = receipt == null ? null : receipt.emptied();
            notes = notes.emptied();
            judgements = judgements.emptied();
        }
        alarms = alarms == null ? Alarms.none() : alarms;
        grants = grants == null ? Grants.none() : grants;
        kin = kin == null || erased ? Kin.none() : kin;
        place = QueuePlace.of(standing.status(), rating, lease, alarms);
    }

    private Screening(
            @Nullable Receipt receipt,
            Standing standing,
            @Nullable Rating rating,
            @Nullable Lease lease,
            CaseNotes notes,
            Judgements judgements,
            @Nullable Alarms alarms,
            @Nullable Grants grants,
            @Nullable Kin kin,
            boolean erased) {
        this(receipt, standing, rating, lease, notes, judgements, alarms, grants, kin, erased, null);
    }

    public static Screening unheard() {
        return new Screening(
                null, Standing.unheard(), null, null, CaseNotes.none(), Judgements.none(), null, null, null, false);
    }

    public Status status() {
        return standing.status();
    }

    public Progress progress() {
        return standing.progress();
    }

    public boolean isReceived() {
        return receipt != null;
    }

    /** The receipt of a screening that {@link #isReceived()}. */
    public Receipt known() {
        return Objects.requireNonNull(receipt);
    }

    /** The rating of a screening that {@link #isReceived()}. */
    public Rating rated() {
        return Objects.requireNonNull(rating);
    }

    /** The place of a screening that {@link #isReceived()}. */
    public QueuePlace knownPlace() {
        return Objects.requireNonNull(place);
    }

    /** The arrival of a screening that {@link #isReceived()}. */
    public Arrival arrival(String id) {
        return new Arrival(known().receivedAt(), id);
    }

    /** Whether it is restricted is not known before its receipt is, so until then nobody sees it. */
    public boolean isVisibleTo(Restriction reader, Instant at) {
        return isReceived() && reader.allows(isRestricted(), granted(), at);
    }

    public boolean isRestricted() {
        return known().restricted();
    }

    /** Who may see it, where it is restricted. */
    public Grants granted() {
        return Objects.requireNonNull(grants);
    }

    /** Whether another may be called a duplicate of it: it goes its own way, or has gone it to its end, and can be read. */
    public boolean isOriginal() {
        return !hasEnded() && !erased && judgements.duplicates().isEmpty();
    }

    /** Whether so much has been written that only what leads to an end still has room in one document. */
    boolean isFull() {
        return notes.written() + judgements.written() >= MOST_WRITTEN;
    }

    boolean hasEnded() {
        return progress().ended() != null;
    }

    /** The children for whom triage itself has come to this status; none of a referral that has ended. */
    List<String> childrenIn(Status status) {
        return childrenIn(Set.of(status));
    }

    /** The children who wait for a decision. */
    List<String> childrenToScreen() {
        return childrenIn(TO_BE_SCREENED);
    }

    List<String> childrenIn(Set<Status> statuses) {
        return hasEnded()
                ? List.of()
                : known().childrenRefs().stream()
                        .filter(ref -> statuses.contains(statusOf(ref)))
                        .toList();
    }

    Status statusOf(String childRef) {
        Progress.ChildProgress child = progress().children().get(childRef);
        return child == null ? Status.RECEIVED : child.status();
    }

    /** What any of these children may become. */
    Set<Status> nextOf(List<String> refs) {
        return refs.stream().flatMap(ref -> statusOf(ref).next().stream()).collect(Collectors.toSet());
    }

    /** Who works on it at this time. */
    public @Nullable String claimedBy(Instant at) {
        return lease != null && lease.isInForce(at) ? lease.screener() : null;
    }

    public boolean isClaimedBy(String screener, Instant at) {
        return screener.equals(claimedBy(at));
    }

    Screening withReceipt(Receipt now) {
        return new Screening(now, standing, rating, lease, notes, judgements, alarms, grants, kin, erased);
    }

    Screening with(Standing now) {
        return new Screening(receipt, now, rating, lease, notes, judgements, alarms, grants, kin, erased);
    }

    Screening with(Progress now) {
        return with(standing.with(now));
    }

    Screening with(Rating now) {
        return new Screening(receipt, standing, now, lease, notes, judgements, alarms, grants, kin, erased);
    }

    Screening with(CaseNotes now) {
        return new Screening(receipt, standing, rating, lease, now, judgements, alarms, grants, kin, erased);
    }

    Screening with(Judgements now) {
        return new Screening(receipt, standing, rating, lease, notes, now, alarms, grants, kin, erased);
    }

    /** In place of what the person had; their claim does not outlast it. */
    Screening granted(Grant grant) {
        Screening after = with(granted().with(grant));
        return lease != null && lease.screener().equals(grant.grantee()) ? after.claimed(lease.within(grant)) : after;
    }

    /** Without the person's grant; {@link #lease} stays. */
    Screening notGranted(String grantee) {
        return with(granted().without(grantee));
    }

    /** Who of other referrals its children are, as far as that is confirmed. */
    public Kin related() {
        return Objects.requireNonNull(kin);
    }

    Screening with(Kin now) {
        return new Screening(receipt, standing, rating, lease, notes, judgements, alarms, grants, now, erased);
    }

    private Screening with(Grants now) {
        return new Screening(receipt, standing, rating, lease, notes, judgements, alarms, now, kin, erased);
    }

    /** Tells what its clock has reached and is not told yet. */
    Accepted<Screening, ScreeningEvent> alarmed(Instant now) {
        if (rating == null || !IN_QUEUE.contains(status())) {
            return new Accepted<>(this, List.of());
        }
        Alarms before = Objects.requireNonNull(alarms);
        List<Alarm> due = before.due(rating, now);
        return new Accepted<>(
                new Screening(
                        receipt,
                        standing,
                        rating,
                        lease,
                        notes,
                        judgements,
                        before.with(due, rating),
                        grants,
                        kin,
                        erased),
                due.stream()
                        .<ScreeningEvent>map(
                                alarm -> new ScreeningEvent.Alarmed(progress().round(), alarm, rating))
                        .toList());
    }

    /**
     * Rated as it is now, which is told.
     *
     * @param by what the rules say that asked for it; none where a person did, or a provider's worry
     * @param words of that person or provider
     */
    Accepted<Screening, ScreeningEvent> rerated(
            Rating now, @Nullable Raise by, @Nullable Sealed words, String who, Instant at) {
        Judgements.Rerating because = new Judgements.Rerating(
                progress().round(),
                now.priority(),
                rated().priority(),
                by == null ? List.of() : by.rules(),
                by == null ? null : by.version(),
                words,
                who,
                at);
        return new Accepted<>(
                with(now).with(judgements.with(because)), List.of(new ScreeningEvent.Rated(because, now.deadline())));
    }

    Screening claimed(Lease by) {
        return new Screening(receipt, standing, rating, by, notes, judgements, alarms, grants, kin, erased);
    }

    Screening unclaimed() {
        return new Screening(receipt, standing, rating, null, notes, judgements, alarms, grants, kin, erased);
    }

    /** A claim does not outlive the work that it is for. */
    Screening unclaimedUnlessInQueue() {
        return IN_QUEUE.contains(status()) ? this : unclaimed();
    }

    /** When, after this time, it next looks otherwise without anybody's doing; {@link QueuePlace#NEVER} if it does not. */
    public Instant turnsAfter(Instant at) {
        Stream<Instant> clock = rating == null
                ? Stream.of()
                : Arrays.stream(Alarm.values()).flatMap(alarm -> rating.reaches(alarm).stream());
        Stream<Instant> claim = lease == null ? Stream.of() : Stream.of(lease.until());
        Stream<Instant> ends = granted().inForce(at).stream().map(Grant::until).filter(Objects::nonNull);
        return Stream.of(clock, claim, ends)
                .flatMap(turns -> turns)
                .filter(turn -> turn.isAfter(at))
                .min(Comparator.naturalOrder())
                .orElse(QueuePlace.NEVER);
    }

    /** What a list needs of it, to be held in memory: as it is, but for all that is sealed. */
    public Screening withoutContent() {
        return new Screening(
                receipt == null ? null : receipt.emptied(),
                standing,
                rating,
                lease,
                notes.emptied(),
                judgements.emptied(),
                alarms,
                grants,
                kin,
                erased);
    }

    Screening contentErased() {
        return new Screening(receipt, standing, rating, lease, notes, judgements, alarms, grants, Kin.none(), true);
    }
}
