package scot.fort.triage.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be done about the children of a referral: matches are to be looked for, or it is to be seen to what follows
 * from them elsewhere.
 *
 * @param heard how many statements about the children have been heard: the referral itself, and corrections
 * @param searched how many of these had been heard when matches were last looked for
 * @param unsettled referrals around which the families are to be put together anew
 * @param proposedWith earlier referrals that something has been proposed with, which makes nobody kin, and of which it is still
 *     to be seen whether they were erased meanwhile
 * @param waitingSince since when something is to be done; none where nothing is
 */
public record Pending(
        int heard,
        int searched,
        Set<String> unsettled,
        Set<String> proposedWith,
        @Nullable Instant waitingSince) {

    public Pending {
        unsettled = new TreeSet<>(unsettled);
        proposedWith = new TreeSet<>(proposedWith);
        boolean isDone = searched >= heard && unsettled.isEmpty() && proposedWith.isEmpty();
        waitingSince = isDone ? null : waitingSince;
    }

    /** Of a referral that has just come. */
    static Pending received(Instant at) {
        return new Pending(1, 0, Set.of(), Set.of(), at);
    }

    /** One more statement. */
    Pending heard(Instant at) {
        return more(heard + 1, unsettled, proposedWith, at);
    }

    /** What follows for these referrals is to be seen to. */
    Pending unsettledAround(Collection<String> referrals, Instant at) {
        return more(heard, union(unsettled, referrals), proposedWith, at);
    }

    /** Whether these referrals were erased meanwhile is to be seen. */
    Pending proposedWith(Collection<String> referrals, Instant at) {
        return more(heard, unsettled, union(proposedWith, referrals), at);
    }

    /** What waits already waits no shorter for what comes on top of it. */
    private Pending more(int statements, Set<String> around, Set<String> with, Instant at) {
        return new Pending(statements, searched, around, with, waitingSince == null ? at : waitingSince);
    }

    /** @param statements that had been heard when matches were looked for */
    Pending searched(int statements) {
        return new Pending(heard, statements, unsettled, proposedWith, waitingSince);
    }

    /** What follows from the matches is seen to. */
    Pending settled() {
        return new Pending(heard, searched, Set.of(), Set.of(), waitingSince);
    }

    /** Nobody is looked for, nor is anything proposed, any more. */
    Pending withoutSearch() {
        return new Pending(heard, heard, unsettled, Set.of(), waitingSince);
    }

    boolean isToBeSearched() {
        return searched < heard;
    }

    boolean isToBeSettled() {
        return !perhapsErased().isEmpty();
    }

    /** Referrals that may have been erased while something of this one was written that has to do with them. */
    Set<String> perhapsErased() {
        return union(unsettled, proposedWith);
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
