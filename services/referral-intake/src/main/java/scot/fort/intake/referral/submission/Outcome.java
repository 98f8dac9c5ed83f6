package scot.fort.intake.referral.submission;

import java.util.List;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;

/** The answer to a submission. */
public sealed interface Outcome {

    /**
     * It is a referral.
     *
     * @param answer the body of the answer, which is the same each time
     * @param replayed whether it was one before already
     */
    record Received(String id, String answer, boolean replayed) implements Outcome {}

    /** It was only tried, and would be accepted. @param warnings of what may be wrong */
    record Valid(List<FieldFault> warnings) implements Outcome {}

    /** It was not accepted. @param problem names all faults */
    record Refused(Problem problem) implements Outcome {}
}
