package scot.fort.platform.web.concurrency;

import java.util.Arrays;
import java.util.Optional;
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

    static IfMatch parse(String header) {
        var tags = Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
        return new IfMatch(tags.equals(Set.of("*")), tags);
    }

    /** Whether a command may go on with this version. */
    public boolean matches(Version current) {
        return any || etags.contains(current.etag());
    }

    /** The refusal of a command whose version is not this one. */
    public Optional<Problem> refusal(Version current) {
        return matches(current) ? Optional.empty() : Optional.of(Problem.stale());
    }

    /** Goes on only with this version. */
    public void require(Version current) {
        refusal(current).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
    }
}
