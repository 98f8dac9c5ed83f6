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

    private static Told event(String type) {
        return new Event(type, Map.of());
    }

    private static Told event(String type, String offerId) {
        return new Event(type, Map.of("offerId", offerId));
    }

    private record Event(String type, Map<String, String> fields) implements Told {

        @Override
        public Optional<String> text(String field) {
            return Optional.ofNullable(fields.get(field));
        }

        @Override
        public Optional<Integer> number(String field) {
            return field.equals("round") ? Optional.of(1) : Optional.empty();
        }

        @Override
        public List<String> texts(String field) {
            return List.of();
        }
    }
}
