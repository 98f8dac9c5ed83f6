package scot.fort.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Leads through a list, page by page. */
public final class Pages {

    private Pages() {}

    /**
     * The rows of all pages.
     *
     * @param list path of the list, with a query
     */
    public static List<JsonNode> rows(String list, Function<String, Answer> get) {
        List<JsonNode> rows = new ArrayList<>();
        String path = list;
        while (!path.isEmpty()) {
            Answer page = get.apply(path).expect(200);
            page.json().get("items").forEach(rows::add);
            String next = page.text("nextCursor");
            path = next.isEmpty() ? "" : list + "&cursor=" + next;
        }
        return rows;
    }
}
