package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import scot.fort.platform.testing.Pages;
import tools.jackson.databind.JsonNode;

/** Somebody leafs through the queue while others work on it. */
class QueuePagingTests extends TriageServiceTest {

    private static final int REFERRALS = 16;
    private static final int CHANGES = 40;
    private static final List<String> PRIORITIES = List.of("RED", "AMBER", "GREEN", "BLUE");

    private final Random random = new Random();

    @Test
    void showsWhatStaysInItsPlaceOnceHoweverMuchTheRestChanges() throws Exception {
        List<String> staying = receiveMany();
        List<String> moving = receiveMany();
        AtomicBoolean over = new AtomicBoolean();

        List<List<List<Row>>> seen = AtOnce.all(List.<Callable<List<List<Row>>>>of(
                () -> {
                    try {
                        return work(moving);
                    } finally {
                        over.set(true);
                    }
                },
                () -> leafUntil(over, "/v1/queue?limit=5"),
                () -> leafUntil(over, "/v1/queue?limit=3&lane=FAMILY_SUPPORT&priority=GREEN,RED,AMBER")));

        List<List<Row>> passes = seen.stream().flatMap(List::stream).toList();
        assertThat(passes).hasSizeGreaterThan(3);
        for (List<Row> pass : passes) {
            assertThat(pass)
                    .as("in order, and none twice in one place")
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(pass.stream().map(Row::id).filter(staying::contains))
                    .containsExactlyInAnyOrderElementsOf(staying);
        }
    }

    private List<String> receiveMany() {
        List<String> referrals =
                IntStream.range(0, REFERRALS).mapToObj(any -> newReferral()).toList();
        referrals.forEach(id -> tell(EventScript.about(id).then(aReferral(id))));
        referrals.forEach(id -> awaitStatus(id, "RECEIVED"));
        return referrals;
    }

    /** Claims, gives back, rates up and down, decides; and more comes in. */
    private List<List<Row>> work(List<String> referrals) {
        for (int change = 0; change < CHANGES; change++) {
            String id = referrals.get(random.nextInt(referrals.size()));
            Answer claimed = screener("kim", screening(id) + "/claim").post();
            switch (random.nextInt(6)) {
                case 0 -> screener("kim", screening(id) + "/release").post();
                case 1 ->
                    decide(id, claimed.etag(), Map.of("decision", "NO_FURTHER_ACTION", "rationale", "Known already."));
                case 2 -> {
                    String fresh = newReferral();
                    tell(EventScript.about(fresh).then(aConcern(fresh).setImmediateDanger(true)));
                }
                default -> rate(id, claimed.etag(), PRIORITIES.get(random.nextInt(PRIORITIES.size())));
            }
        }
        return List.of();
    }

    private List<List<Row>> leafUntil(AtomicBoolean over, String path) {
        List<List<Row>> passes = new ArrayList<>();
        while (!over.get()) {
            passes.add(Pages.rows(path, next -> manager(next).get()).stream()
                    .map(Row::of)
                    .toList());
        }
        return passes;
    }

    /** One in its place. */
    private record Row(String place, String id) implements Comparable<Row> {
        static Row of(JsonNode row) {
            return new Row(
                    (row.get("priority").asString().equals("RED") ? "0 " : "1 ")
                            + row.path("dueAt").asString("9999")
                            + " "
                            + row.get("receivedAt").asString(),
                    row.get("referralId").asString());
        }

        @Override
        public int compareTo(Row other) {
            int byPlace = place.compareTo(other.place);
            return byPlace == 0 ? id.compareTo(other.id) : byPlace;
        }
    }
}
