package scot.fort.intake.referral.submission;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;

/** The key under which a submission is sent, and sent again: 1 to 64 visible ASCII characters. */
public final class IdempotencyKey {

    /** Where a submission that is sent alone has it. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private IdempotencyKey() {}

    /** 428 without a key, 400 with one that is none. */
    static Optional<Problem> refusal(@Nullable String key) {
        return key == null ? Optional.of(Problem.idempotencyKeyRequired()) : refusalOfGiven(key);
    }

    /** 400 with a key that is none. */
    static Optional<Problem> refusalOfGiven(@Nullable String key) {
        return key == null || FORM.matcher(key).matches()
                ? Optional.empty()
                : Optional.of(Problem.badRequest(
                        "A submission has one idempotency key of 1 to 64 visible ASCII characters."));
    }
}
