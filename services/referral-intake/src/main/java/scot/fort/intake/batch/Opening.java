package scot.fort.intake.batch;

import scot.fort.platform.web.problem.Problem;

/** What the beginning of a batch says of all its lines. */
public sealed interface Opening {

    /** They can be read. */
    record Opened(Lines lines, Format format) implements Opening {}

    /** None of them can be understood. */
    record Refused(Problem problem) implements Opening {}
}
