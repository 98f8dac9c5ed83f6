package scot.fort.platform.web.paging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/** Reads {@link PageQuery} from the query parameters and refuses what is out of range, both faults at once. */
final class PageQueryReader {

    private PageQueryReader() {}

    static PageQuery read(NativeWebRequest request) {
        var faults = new ArrayList<FieldFault>();
        var limit = limit(request.getParameter(PageQuery.LIMIT), faults);
        var after = cursor(request.getParameter(PageQuery.CURSOR), faults);
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.invalid(faults));
        }
        return new PageQuery(limit, after);
    }

    private static int limit(@Nullable String value, List<FieldFault> faults) {
        if (value == null) {
            return PageQuery.DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(value);
            if (limit < 1 || limit > PageQuery.MAXIMUM_LIMIT) {
                faults.add(new FieldFault(
                        "/limit", "out-of-range", "Must be between 1 and " + PageQuery.MAXIMUM_LIMIT + "."));
            }
            return limit;
        } catch (NumberFormatException noNumber) {
            faults.add(new FieldFault("/limit", "wrong-type", "Must be a whole number."));
            return PageQuery.DEFAULT_LIMIT;
        }
    }

    private static @Nullable Cursor cursor(@Nullable String value, List<FieldFault> faults) {
        try {
            return value == null ? null : Cursor.decode(value);
        } catch (ProblemException refused) {
            faults.addAll(refused.problem().errors());
            return null;
        }
    }
}
