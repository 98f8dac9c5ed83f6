package scot.fort.platform.web.body;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/**
 * What came of reading a body: a value, or the problem with all its faults.
 *
 * @param <T> the request record
 */
public sealed interface Checked<T> {

    /**
     * The body is as its schema asks.
     *
     * @param tree the body itself: without nulls, text normalised; what an idempotency key is compared by
     */
    record Valid<T>(T value, JsonNode tree) implements Checked<T> {}

    /**
     * The body cannot be accepted.
     *
     * @param tree the body as far as it is JSON, so that rules beyond the schema can add their faults
     */
    record Invalid<T>(Problem problem, @Nullable JsonNode tree) implements Checked<T> {}

    /** The body as far as it is JSON. */
    @Nullable JsonNode tree();

    /** The value, or the problem thrown to the edge. */
    default T orThrow() {
        return switch (this) {
            case Valid<T>(var value, var _) -> value;
            case Invalid<T>(var problem, var _) -> throw new ProblemException(problem);
        };
    }
}
