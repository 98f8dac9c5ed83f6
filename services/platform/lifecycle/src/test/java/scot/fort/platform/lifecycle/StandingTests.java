package scot.fort.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTests {

    private final Standing allocating = Standing.unheard()
            .with(Progress.none().queued(1, 1, List.of("c1")).claimed().decided(1, List.of("c1"), Status.ALLOCATING))
            .after(event("AllocationOpened"))
            .after(event("SupportOffered", "o1"));

    @Test
    void looksForSupportAgainWhenARunningOfferIsRevoked() {
        Standing revoked = allocating.after(event("SupportStarted", "o1")).after(event("OfferRevoked", "o1"));

        assertThat(revoked.status()).isEqualTo(Status.ALLOCATING);
    }

    @Test
    void leavesAnExhaustedSearchExhaustedWhenAWaitingOfferIsRevoked() {
        Standing revoked = allocating.after(event("AllocationExhausted")).after(event("OfferRevoked", "o1"));

        assertThat(revoked.status()).isEqualTo(Status.UNALLOCATED);
    }

    @Test
    void leavesASearchFinishedWhenAnotherOfferIsRevoked() {
        Standing revoked = allocating
                .after(event("SupportStarted", "o2"))
                .after(event("SupportCompleted", "o2"))
                .after(event("OfferRevoked", "o1"));

        assertThat(revoked.status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void keepsLookingForASiblingWhileSupportRuns() {
        Standing sibling = allocating.after(event("SupportStarted", "o1")).after(event("AllocationOpened"));

        assertThat(sibling.status()).isEqualTo(Status.ALLOCATING);
        assertThat(sibling.after(event("SupportCompleted", "o1")).status()).isEqualTo(Status.ALLOCATING);
        assertThat(sibling.after(event("AllocationExhausted"))
                        .after(event("SupportCompleted", "o1"))
                        .status())
                .isEqualTo(Status.UNALLOCATED);
        assertThat(sibling.after(event("SupportOffered", "o2")).status()).isEqualTo(Status.ALLOCATING);
        assertThat(sibling.after(event("SupportStarted", "o2")).status()).isEqualTo(Status.SUPPORT_ACTIVE);
    }

    @Test
    void staysActiveUntilTheLastSupportIsCompleted() {
        Standing both = allocating.after(event("SupportStarted", "o1")).after(event("SupportStarted", "o2"));

        assertThat(both.after(event("SupportCompleted", "o1")).status()).isEqualTo(Status.SUPPORT_ACTIVE);
        assertThat(both.after(event("SupportCompleted", "o1"))
                        .after(event("SupportCompleted", "o2"))
                        .status())
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void leavesRunningSupportActiveWhenAnotherPlaceIsOffered() {
        Standing offered = allocating.after(event("SupportStarted", "o1")).after(event("SupportOffered", "o2"));

        assertThat(offered.status()).isEqualTo(Status.SUPPORT_ACTIVE);
    }

    @Test
    void looksForSupportAgainWhenOneOfTwoFails() {
        Standing both = allocating.after(event("SupportStarted", "o1")).after(event("SupportStarted", "o2"));

        assertThat(both.after(event("SupportFailed", "o1")).status()).isEqualTo(Status.ALLOCATING);
        assertThat(both.after(event("OfferRevoked", "o2")).status()).isEqualTo(Status.ALLOCATING);
    }

    @Test
    void goesOnUnderTheRoundThatFollowsAConcern() {
        Standing concern =
                allocating.after(event("SupportStarted", "o1")).after(new Event("ScreeningReopened", Map.of(), 2));
        Standing decided =
                concern.after(new Event("ScreeningDecided", Map.of("decision", "ALLOCATE_FAMILY_SUPPORT"), 2));

        assertThat(concern.status()).isEqualTo(Status.IN_SCREENING);
        assertThat(decided.status()).isEqualTo(Status.ALLOCATING);
        assertThat(decided.after(new Event("SupportContinued", Map.of("offerId", "o1"), 2))
                        .status())
                .isEqualTo(Status.SUPPORT_ACTIVE);
    }

    @Test
    void comesToTheSameInWhateverOrderTheServicesAreHeard() {
        List<Told> triage = List.of(
                new Event("ScreeningOpened", Map.of(), 1),
                event("ScreeningClaimed"),
                new Event("ScreeningDecided", Map.of("decision", "ALLOCATE_FAMILY_SUPPORT"), 1),
                new Event("ScreeningReopened", Map.of(), 2),
                new Event("ScreeningDecided", Map.of("decision", "ALLOCATE_FAMILY_SUPPORT"), 2));
        List<Told> allocation = List.of(
                event("AllocationOpened"),
                event("SupportOffered", "o1"),
                event("SupportStarted", "o1"),
                event("AllocationOpened"),
                event("SupportCompleted", "o1"),
                event("SupportOffered", "o2"),
                event("SupportStarted", "o2"),
                new Event("SupportContinued", Map.of("offerId", "o2"), 2));

        assertThatEveryOrderGives(Standing.unheard(), triage, allocation, Status.SUPPORT_ACTIVE);
    }

    private static void assertThatEveryOrderGives(
            Standing standing, List<Told> triage, List<Told> allocation, Status expected) {
        if (triage.isEmpty() && allocation.isEmpty()) {
            assertThat(standing.status()).isEqualTo(expected);
        }
        if (!triage.isEmpty()) {
            assertThatEveryOrderGives(
                    standing.after(triage.getFirst()), triage.subList(1, triage.size()), allocation, expected);
        }
        if (!allocation.isEmpty()) {
            assertThatEveryOrderGives(
                    standing.after(allocation.getFirst()), triage, allocation.subList(1, allocation.size()), expected);
        }
    }

    private static Told event(String type) {
        return new Event(type, Map.of(), 1);
    }

    private static Told event(String type, String offerId) {
        return new Event(type, Map.of("offerId", offerId), 1);
    }

    private record Event(String type, Map<String, String> fields, int round) implements Told {

        @Override
        public Optional<String> text(String field) {
            return Optional.ofNullable(fields.get(field));
        }

        @Override
        public Optional<Integer> number(String field) {
            return switch (field) {
                case "round" -> Optional.of(round);
                case "submission" -> Optional.of(1);
                default -> Optional.empty();
            };
        }

        @Override
        public List<String> texts(String field) {
            return field.equals("childrenRefs") ? List.of("c1") : List.of();
        }
    }
}
