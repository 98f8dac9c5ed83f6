package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.indexes.IndexedQueries;
import scot.fort.triage.screening.mongo.ScreeningStore;

/** Asks for the queue in every way in which it can be asked for; whether an index serves it is looked at after each test. */
class QueueIndexTests extends TriageServiceTest {

    private static final List<String> FILTERS = List.of(
            "status=IN_SCREENING,RECEIVED", "priority=GREEN", "lane=FAMILY_SUPPORT", "ward=LOCHEE", "assignee=kim");

    @Autowired
    private IndexedQueries queries;

    @Test
    void servesEveryCombinationOfFiltersFromTheFirstPageToTheLast() {
        receive();
        receive();
        String cursor = manager("/v1/queue?limit=1").get().expect(200).text("nextCursor");

        for (int combination = 0; combination < 1 << FILTERS.size(); combination++) {
            String path = "/v1/queue?limit=2" + filters(combination);
            ask(path);
            ask(path + "&cursor=" + cursor);
        }

        assertThat(queries.count(ScreeningStore.COLLECTION)).isGreaterThan(60);
    }

    @Test
    void servesWhoeverAsksForTheNext() {
        receive();
        for (Map<String, String> wish : List.of(
                Map.<String, String>of(),
                Map.of("lane", "CHILD_PROTECTION_CONCERN"),
                Map.of("priority", "AMBER"),
                Map.of("lane", "CHILD_PROTECTION_CONCERN", "priority", "AMBER"))) {
            for (Call call : List.of(screener("kim", "/v1/queue/claim-next"), manager("/v1/queue/claim-next"))) {
                Answer answer = call.post(wish);
                assertThat(answer.status()).isIn(200, 204);
            }
        }
    }

    private void ask(String path) {
        screener("kim", path).get().expect(200);
        manager(path).get().expect(200);
    }

    private static String filters(int combination) {
        List<String> chosen = new ArrayList<>();
        for (int filter = 0; filter < FILTERS.size(); filter++) {
            if ((combination >> filter & 1) == 1) {
                chosen.add(FILTERS.get(filter));
            }
        }
        return chosen.stream().map(filter -> "&" + filter).collect(Collectors.joining());
    }
}
