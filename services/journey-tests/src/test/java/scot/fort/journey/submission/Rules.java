package scot.fort.journey.submission;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.platform.testing.Answer;

/** What must be true of all that clients were told, once every key they used has a referral. */
final class Rules {

    private final List<Attempt> attempts;
    private final boolean instancesFail;
    private final Map<Key, Attempt> accepted = new HashMap<>();

    /** @param instancesFail when that is no reason for an instance to turn somebody away or to be silent */
    Rules(List<Attempt> attempts, boolean instancesFail) {
        this.attempts = attempts;
        this.instancesFail = instancesFail;
        attempts.stream().filter(Attempt::isAccepted).forEach(attempt -> accepted.putIfAbsent(attempt.key(), attempt));
    }

    /** An answer of the acceptance of each key that has a referral. */
    Map<Key, Attempt> accepted() {
        return Map.copyOf(accepted);
    }

    void requireAll() {
        Map<Key, List<Attempt>> byKey = attempts.stream().collect(groupingBy(Attempt::key));
        assertThat(accepted.keySet()).isEqualTo(byKey.keySet());
        byKey.forEach(this::aKeyHasOneReferralAndOneAnswer);
        referralsOfDifferentKeysAreDifferent();
        attempts.forEach(attempt ->
                assertThat(mayBeToldSo(attempt)).as(() -> story(attempt)).isTrue());
    }

    private void aKeyHasOneReferralAndOneAnswer(Key key, List<Attempt> under) {
        List<Attempt> yes = under.stream().filter(Attempt::isAccepted).toList();
        List<Attempt> first =
                yes.stream().filter(attempt -> !attempt.isReplayed()).toList();
        assertThat(yes.stream().map(Attempt::body).distinct())
                .as(() -> "one body under " + told(under))
                .hasSize(1)
                .allMatch(Body::isValid);
        assertThat(yes.stream().map(Rules::bytes).distinct())
                .as(() -> "one answer under " + told(under))
                .hasSize(1);
        assertThat(first).as(() -> "one first answer under " + told(under)).hasSizeLessThanOrEqualTo(1);
        assertThat(yes)
                .as(() -> "repeats follow the first under " + told(under))
                .allMatch(answer -> under.stream()
                        .filter(first.isEmpty() ? Attempt::isDoubtful : first::contains)
                        .filter(origin -> origin.body().equals(answer.body()))
                        .anyMatch(origin -> origin.hasBegunBeforeTheEndOf(answer)));
    }

    private void referralsOfDifferentKeysAreDifferent() {
        assertThat(accepted.values()).extracting(yes -> yes.text("id")).doesNotHaveDuplicates();
        assertThat(accepted.values()).extracting(yes -> yes.text("reference")).doesNotHaveDuplicates();
        assertThat(accepted.values())
                .as(this::toString)
                .extracting(yes -> yes.key().organisation() + " " + yes.body().source())
                .doesNotHaveDuplicates();
    }

    private boolean mayBeToldSo(Attempt attempt) {
        if (attempt.answer().isEmpty()) {
            return instancesFail || attempt.cut() != Cut.NOWHERE;
        }
        return switch (attempt.status() + " " + attempt.code()) {
            case "201 " -> true;
            case "422 invalid" -> !attempt.body().isValid();
            case "422 idempotency-key-reused" -> isReused(attempt);
            case "409 duplicate-source" -> isDuplicate(attempt);
            case "409 idempotency-in-flight" -> isInFlight(attempt);
            case "503 unavailable" -> instancesFail;
            default -> false;
        };
    }

    /** Another body had, or was getting, the key. */
    private boolean isReused(Attempt attempt) {
        Body kept = accepted(attempt.key()).body();
        return !kept.equals(attempt.body())
                && under(attempt.key())
                        .anyMatch(other -> other.body().equals(kept) && other.hasBegunBeforeTheEndOf(attempt));
    }

    /** Another key of the organisation has the record, and the answer names its referral; its own key is free. */
    private boolean isDuplicate(Attempt attempt) {
        Optional<Attempt> owner = accepted.values().stream()
                .filter(yes -> yes.key().organisation().equals(attempt.key().organisation()))
                .filter(yes -> yes.body().source() == attempt.body().source())
                .filter(yes -> !yes.key().equals(attempt.key()))
                .filter(yes -> yes.text("id").equals(existing(attempt, "id")))
                .filter(yes -> yes.text("reference").equals(existing(attempt, "reference")))
                .findFirst();
        return owner.isPresent()
                && under(owner.get().key()).anyMatch(other -> other.hasBegunBeforeTheEndOf(attempt))
                && !wasTakenBefore(attempt);
    }

    private boolean isInFlight(Attempt attempt) {
        return !wasTakenBefore(attempt)
                && under(attempt.key())
                        .filter(other -> !other.equals(attempt) && other.hasBegunBeforeTheEndOf(attempt))
                        .anyMatch(other -> other.isDoubtful() || other.to() > attempt.from());
    }

    private boolean wasTakenBefore(Attempt attempt) {
        return under(attempt.key()).anyMatch(other -> other.isAccepted() && other.isOverBefore(attempt));
    }

    private Attempt accepted(Key key) {
        return Optional.ofNullable(accepted.get(key)).orElseThrow();
    }

    private Stream<Attempt> under(Key key) {
        return attempts.stream().filter(attempt -> attempt.key().equals(key));
    }

    private static String existing(Attempt attempt, String member) {
        return attempt.answer()
                .orElseThrow()
                .json()
                .path("existing")
                .path(member)
                .asString("");
    }

    private static String bytes(Attempt accepted) {
        Answer answer = accepted.answer().orElseThrow();
        return String.join("\n", answer.header("Location"), answer.etag(), answer.body());
    }

    private String story(Attempt attempt) {
        return "the answer of\n  " + attempt + "\namong\n"
                + told(attempts.stream()
                        .filter(other ->
                                other.key().organisation().equals(attempt.key().organisation()))
                        .toList());
    }

    private static String told(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::toString).collect(Collectors.joining("\n  ", "\n  ", "\n"));
    }

    @Override
    public String toString() {
        return told(attempts);
    }
}
