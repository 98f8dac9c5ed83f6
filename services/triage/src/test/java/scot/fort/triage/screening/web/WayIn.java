package scot.fort.triage.screening.web;

import java.util.function.BiPredicate;
import java.util.function.Function;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;

/**
 * A call of this service by which somebody might come to see a case.
 *
 * @param mapping its method and path pattern
 * @param path of the call about a referral
 * @param made by the one who calls
 * @param shows whether an answer tells of the referral
 */
record WayIn(
        String mapping, Function<String, String> path, Function<Call, Answer> made, BiPredicate<Answer, String> shows) {

    /** About one case: whatever is said but that it is not there tells of it. */
    static WayIn ofCase(String method, String part, Function<Call, Answer> made) {
        return new WayIn(
                method + " /v1/screenings/{referralId}" + part,
                id -> "/v1/screenings/" + id + part.replace("{sub}", "sam"),
                made,
                (answer, id) -> answer.status() != 404);
    }

    /** About many. */
    static WayIn ofMany(String method, String path, Function<Call, Answer> made) {
        return new WayIn(method + " " + path, id -> path, made, (answer, id) -> answer.body()
                .contains(id));
    }

    Answer of(Call call) {
        return made.apply(call);
    }

    /** Whether it is about one case, so that one which may not be seen has to be answered as one that is not there. */
    boolean isOfCase() {
        return mapping.contains("{referralId}");
    }
}
