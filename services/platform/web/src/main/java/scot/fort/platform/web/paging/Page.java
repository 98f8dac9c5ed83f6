package scot.fort.platform.web.paging;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as every list answers.
 *
 * @param nextCursor where the next page begins; absent on the last
 * @param asOf the moment the answer reflects
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, Instant asOf) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from rows read with {@link PageQuery#fetch()}, which is one more than the page holds: the surplus row
     * says that there is a next page.
     */
    public static <T> Page<T> of(List<T> fetched, PageQuery query, Function<T, Cursor> position, Instant asOf) {
        if (fetched.size() <= query.limit()) {
            return new Page<>(fetched, null, asOf);
        }
        var items = fetched.subList(0, query.limit());
        return new Page<>(items, position.apply(items.getLast()).encoded(), asOf);
    }

    /** The same page with each item shown in another form. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), nextCursor, asOf);
    }
}
