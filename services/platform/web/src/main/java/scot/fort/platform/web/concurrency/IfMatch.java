package scot.fort.platform.web.concurrency;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * The precondition of a command on a version. A controller takes it as an argument, which refuses a request without
 * one (428). A weak or malformed tag is no version of ours and therefore never matches.
 *
 * @param any whether the caller sent {@code *}: whatever version there is
 * @param etags the tags that the caller would accept, quotes included
 */
public record IfMatch(boolean any, Set<String> etags) {

    public IfMatch {
        etags = Set.copyOf(etags);
    }

    /** Reads the header where a command honours one without asking for it. */
    public static IfMatch parse(String header) {
        var tags = Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
        return new IfMatch(tags.equals(Set.of("*")), tags);
    }

    /**
     * Goes on only with this version.
     *
     * @throws ProblemException 412 with any other
     */
    public void require(Version current) {
        if (!any && !etags.contains(current.etag())) {
            throw new ProblemException(Problem.stale());
        }
    }
}
