package scot.fort.intake.referral.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.paging.Cursor;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Where a list of referrals is to go on.
 *
 * @param after the last referral of the page before; null at the beginning
 * @param asOf when the first page was read: all pages say so, since a referral that has changed meanwhile may be behind
 * @param list which one it is, by what was asked for
 */
record ListPosition(@Nullable String after, Instant asOf, String list) {

    /** @throws ProblemException 422 for the cursor of another list, or of the same with other filters */
    static ListPosition of(PageQuery page, Instant now, @Nullable Object... filters) {
        List<String> asked = Arrays.stream(filters).map(String::valueOf).toList();
        String list = Integer.toHexString(asked.hashCode());
        Cursor cursor = page.after();
        if (cursor == null) {
            return new ListPosition(null, now, list);
        }
        if (!cursor.text(2).equals(list)) {
            throw new ProblemException(
                    Problem.invalid("/cursor", "bad-format", "This is no cursor of a list with these filters."));
        }
        return new ListPosition(cursor.text(0), cursor.instant(1), list);
    }

    /** Behind this referral. */
    Cursor behind(String id) {
        return Cursor.of(id, asOf, list);
    }
}
