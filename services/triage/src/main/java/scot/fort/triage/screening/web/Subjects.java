package scot.fort.triage.screening.web;

import java.util.regex.Pattern;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/** Persons in paths: the subjects of their tokens. */
final class Subjects {

    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,128}");

    private Subjects() {}

    /** @throws ProblemException 422 where it cannot be one */
    static String checked(String sub) {
        if (!SUBJECT.matcher(sub).matches()) {
            throw new ProblemException(Problem.invalid("/sub", "bad-format", "Must be the subject of a token."));
        }
        return sub;
    }
}
