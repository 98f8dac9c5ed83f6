package scot.fort.intake.referral.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/** The key under which a submission is sent, and sent again: 1 to 64 visible ASCII characters. */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** @throws ProblemException 428 without a key, 400 with one that is none */
    static IdempotencyKey of(@Nullable String header) {
        if (header == null) {
            throw new ProblemException(Problem.idempotencyKeyRequired());
        }
        if (!FORM.matcher(header).matches()) {
            throw new ProblemException(
                    Problem.badRequest("The header " + HEADER + " must be 1 to 64 visible ASCII characters."));
        }
        return new IdempotencyKey(header);
    }
}
