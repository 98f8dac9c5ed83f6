package scot.fort.platform.web.paging;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which page the caller wants. A controller takes it as an argument, read from {@code cursor} and {@code limit}.
 *
 * @param limit items of the page, 1 to 200
 * @param after the position the page follows; absent for the first page
 */
public record PageQuery(int limit, @Nullable Cursor after) {

    /** The query parameters that it is read from. */
    public static final Set<String> PARAMETERS = Set.of(PageQuery.CURSOR, PageQuery.LIMIT);

    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";
    static final int DEFAULT_LIMIT = 50;
    static final int MAXIMUM_LIMIT = 200;

    /** How many rows to read: one more than the page holds, to know whether another follows. */
    public int fetch() {
        return limit + 1;
    }
}
