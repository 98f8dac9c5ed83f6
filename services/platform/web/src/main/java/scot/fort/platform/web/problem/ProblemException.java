package scot.fort.platform.web.problem;

import java.io.Serial;

/** Carries a refusal to the edge from where it cannot be returned. Cheap: without a stack trace. */
public final class ProblemException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code().code(), null, false, false);
        this.problem = problem;
    }

    /** 404: not there, or not for this caller. */
    public static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }

    /** The refusal. */
    public Problem problem() {
        return problem;
    }
}
