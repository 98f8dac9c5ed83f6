package scot.fort.intake.referral.submission;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What to do at once in immediate danger. A refused sender needs it most: the referral brings nobody at all.
 *
 * @param words for people
 */
public record SafetyAdvice(String words) {

    /** The refusal of a body, with the advice when the body says that there is danger, whatever else is wrong with it. */
    Problem in(Problem refusal, @Nullable JsonNode body) {
        return body != null && body.path("immediateDanger").booleanValue(false)
                ? refusal.withMember("safetyAdvice", words)
                : refusal;
    }
}
