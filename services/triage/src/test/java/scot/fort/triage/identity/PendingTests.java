package scot.fort.triage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness;

class PendingTests {

    private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant LATER = MORNING.plus(Duration.ofHours(1));

    private final Pending received = Pending.received(MORNING);
    private final Pending done = received.searched(1);

    @Test
    void waitsSinceTheFirstOfAllThatIsToBeDone() {
        Pending more =
                received.heard(LATER).unsettledAround(List.of("r1"), LATER).proposedWith(List.of("r2"), LATER);

        assertThat(more.waitingSince()).isEqualTo(MORNING);
        assertThat(more.searched(1).settled().waitingSince()).isEqualTo(MORNING);
    }

    @Test
    void waitsNoLongerOnceAllIsDone() {
        assertThat(done.waitingSince()).isNull();
        assertThat(done.isToBeSearched()).isFalse();
        assertThat(done.isToBeSettled()).isFalse();
    }

    @Test
    void waitsAnewForWhateverComesNext() {
        assertThat(done.heard(LATER).waitingSince()).isEqualTo(LATER);
        assertThat(done.unsettledAround(List.of("r1"), LATER).waitingSince()).isEqualTo(LATER);
        assertThat(done.proposedWith(List.of("r1"), LATER).waitingSince()).isEqualTo(LATER);
        assertThat(done.proposedWith(List.of(), LATER)).isEqualTo(done);
    }

    @Test
    void isToBeSettledUntilItIsSeenWhoWasErased() {
        Pending proposed = done.proposedWith(List.of("r2"), LATER);
        Pending both = proposed.unsettledAround(List.of("r1"), LATER);

        assertThat(proposed.isToBeSettled()).isTrue();
        assertThat(both.unsettled()).containsExactly("r1");
        assertThat(both.perhapsErased()).containsExactly("r1", "r2");
        assertThat(both.settled()).isEqualTo(done);
    }

    @Test
    void leavesWhatFollowsElsewhereToBeSettledWhereNobodyIsLookedForAnyMore() {
        Pending left = received.proposedWith(List.of("r2"), LATER)
                .unsettledAround(List.of("r1"), LATER)
                .withoutSearch();

        assertThat(left.isToBeSearched()).isFalse();
        assertThat(left.perhapsErased()).containsExactly("r1");
        assertThat(left.waitingSince()).isEqualTo(MORNING);
    }

    @Test
    void losesNothingOfWhatFollowsFromAnUndoneMatchWhenItsReferralIsErased() {
        Relatives two = new Relatives(2, 1);
        ChildPointer earlier = Relatives.child("r0", "c1");
        ChildPointer later = Relatives.child("r1", "c1");
        two.confirm(later, earlier, Likeness.Relation.SAME_CHILD);
        two.undo(later, earlier);

        ReferralChildren erased = Objects.requireNonNull(two.all().get("r1"))
                .contentErased("r1", LATER)
                .state();

        assertThat(erased.pending().unsettled()).containsExactly("r0", "r1");
        assertThat(erased.pending().isToBeSearched()).isFalse();
    }
}
