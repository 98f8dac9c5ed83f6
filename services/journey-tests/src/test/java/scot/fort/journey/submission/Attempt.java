package scot.fort.journey.submission;

import java.time.Duration;
import java.util.Optional;
import scot.fort.platform.testing.Answer;

/**
 * One request, and what its client got to know of it.
 *
 * @param from when it was sent, in nanoseconds since its trial began
 * @param to the same when its client had an answer, or heard that there will be none
 * @param answer empty when the line broke or the instance was gone
 */
record Attempt(Key key, Body body, Form form, int instance, Cut cut, long from, long to, Optional<Answer> answer) {

    boolean isAnswered(int status, String code) {
        return status() == status && code().equals(code);
    }

    boolean isAccepted() {
        return status() == 201;
    }

    boolean isReplayed() {
        return isAccepted()
                && !answer.orElseThrow().header("Idempotency-Replayed").isEmpty();
    }

    /** False when a client has to ask again to know. */
    boolean isFinal() {
        return answer.isPresent() && !isAnswered(409, "idempotency-in-flight") && !isTurnedAway();
    }

    /** True when the instance said that it cannot say now. */
    boolean isTurnedAway() {
        return status() == 503 || status() == 429;
    }

    /** True when it may have been accepted without its client knowing. */
    boolean isDoubtful() {
        return cut.letsTheRequestThrough() && (answer.isEmpty() || isTurnedAway());
    }

    boolean isOverBefore(Attempt other) {
        return answer.isPresent() && to < other.from;
    }

    boolean hasBegunBeforeTheEndOf(Attempt other) {
        return from < other.to;
    }

    /** The status of the answer; 0 when there was none. */
    int status() {
        return answer.map(Answer::status).orElse(0);
    }

    String code() {
        return text("code");
    }

    /** A member of the answer; empty when it is not there. */
    String text(String member) {
        return answer.map(given -> given.text(member)).orElse("");
    }

    /** What became of it, in two or three words. */
    String outcome() {
        if (answer.isEmpty()) {
            return "no answer, cut " + cut;
        }
        return isReplayed() ? "201 again" : (status() + " " + code()).strip();
    }

    @Override
    public String toString() {
        return "%d-%d us: %s, %s as %s, at %d: %s %s"
                .formatted(micros(from), micros(to), key, body, form, instance, outcome(), text("id"));
    }

    private static long micros(long nanos) {
        return Duration.ofNanos(nanos).toNanos() / 1_000;
    }
}
