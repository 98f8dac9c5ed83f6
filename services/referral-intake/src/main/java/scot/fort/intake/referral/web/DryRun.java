package scot.fort.intake.referral.web;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/** The query parameter by which a sender asks what a submission would come to, without making it. */
public final class DryRun {

    /** Its name. */
    public static final String PARAMETER = "dryRun";

    private DryRun() {}

    /**
     * Whether it is asked for. Anything that is not clearly a yes or a no is refused, since a wrong guess makes a referral.
     *
     * @throws ProblemException 422
     */
    public static boolean isAskedBy(@Nullable String parameter) {
        return switch (parameter) {
            case null -> false;
            case "false" -> false;
            case "true" -> true;
            default ->
                throw new ProblemException(
                        Problem.invalid("/" + PARAMETER, "unknown-code", "Must be one of: true, false."));
        };
    }
}
