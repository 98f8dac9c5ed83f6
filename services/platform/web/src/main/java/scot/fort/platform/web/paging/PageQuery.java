package scot.fort.platform.web.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which page the caller wants. A controller takes it as an argument, read from {@code cursor} and {@code limit}.
 *
 * @param limit items of the page, 1 to 200
 * @param after the position the page follows; absent for the first page
 */
public record PageQuery(int limit, @Nullable Cursor after) {

    static final int DEFAULT_LIMIT = 50;
    static final int MAXIMUM_LIMIT = 200;

    /** How many rows to read: one more than the page holds, to know whether another follows. */
    public int fetch() {
        return limit + 1;
    }
}
