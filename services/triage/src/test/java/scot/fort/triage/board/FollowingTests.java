package scot.fort.triage.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import scot.fort.triage.screening.Given;

class FollowingTests {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Following following = new Following(100, 4, Clock.fixed(Given.RECEIVED, ZoneOffset.UTC));

    @Test
    void tellsEachWhoFollowsOfEachMoveSinceTheyCame() throws Exception {
        try (Follower first = follow()) {
            following.show(List.of(open("a", 1)));
            try (Follower second = follow()) {
                following.show(List.of(open("b", 1)));

                assertThat(first.rows()).isEmpty();
                assertThat(second.rows()).containsExactly(open("a", 1));
                assertThat(first.next(SOON).moves())
                        .extracting(Move::referralId)
                        .containsExactly("a", "b");
                assertThat(second.next(SOON).moves())
                        .extracting(Move::referralId)
                        .containsExactly("b");
                assertThat(second.next(Duration.ofMillis(1)).moves()).isEmpty();
            }
        }
    }

    @Test
    void cutsWhoIsTooFarBehindAndNobodyElse() throws Exception {
        try (Follower slow = follow();
                Follower quick = follow()) {
            for (int version = 1; version <= 5; version++) {
                following.show(List.of(open("a", version)));
                assertThat(quick.next(SOON).moves()).hasSize(1);
            }

            assertThat(slow.next(SOON).ends()).isTrue();
            assertThat(quick.next(Duration.ofMillis(1)).ends()).isFalse();
        }
    }

    @Test
    void showsAtOnceWhereThereIsABoard() throws Exception {
        assertThat(following.show(List.of(open("a", 1)))).isFalse();
        try (Follower follower = follow()) {
            assertThat(following.show(List.of(open("b", 1)))).isTrue();

            assertThat(follower.next(SOON).moves()).extracting(Move::referralId).containsExactly("b");
        }
    }

    @Test
    void hasAllBeginAnewWhenMoreIsWrittenThanCanBeShown() throws Exception {
        Following small = new Following(1, 4, Clock.fixed(Given.RECEIVED, ZoneOffset.UTC));
        try (Follower follower = follow(small)) {
            assertThat(small.show(List.of(open("a", 1), open("b", 1)))).isTrue();

            assertThat(follower.next(SOON).ends()).isTrue();
            assertThat(small.isOver()).isTrue();
        }
    }

    @Test
    void forgetsTheBoardWithTheLastWhoFollows() throws Exception {
        Follower only = follow();
        assertThat(following.isOver()).isFalse();

        only.close();
        only.close();

        assertThat(following.isOver()).isTrue();
        assertThat(following.followers()).isZero();
    }

    @Test
    void endsAllFollowingWhenTheServiceStops() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Follower one = follow()) {
            Future<Follower.Told> told = threads.submit(() -> one.next(Duration.ofMinutes(1)));

            following.stop();

            assertThat(told.get().ends()).isTrue();
            assertThatThrownBy(following::follow).isInstanceOf(NotFollowedException.class);
        }
    }

    private Follower follow() throws Exception {
        return follow(following);
    }

    /** As soon as somebody wants to, there is a board. */
    private static Follower follow(Following what) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int before = what.followers();
            Future<Follower> comes = threads.submit(what::follow);
            await().until(() -> what.followers() > before);
            if (what.isOver()) {
                what.begin(List.of());
            }
            return comes.get();
        }
    }

    private static Sight open(String id, long version) {
        return new Sight(id, version, version, Given.aScreening());
    }
}
