package scot.fort.triage.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import scot.fort.triage.screening.Given;
import scot.fort.triage.screening.Screening;

class BoardPropertyTests {

    private static final Instant NOW = Given.RECEIVED;

    /** Several tell of the same writes, late, twice, and in any order. */
    @Property(tries = 300)
    void showsTheLastOfEachInWhicheverOrderItIsTold(@ForAll long seed) {
        Random random = new Random(seed);
        List<Sight> writes = new ArrayList<>();
        Map<String, Sight> last = new HashMap<>();
        for (String id : List.of("a", "b", "c")) {
            int versions = 1 + random.nextInt(5);
            for (int version = 1; version <= versions; version++) {
                Sight write = random.nextInt(3) == 0 ? closed(id, version) : open(id, version);
                writes.add(write);
                last.put(id, write);
            }
        }
        List<Sight> told = new ArrayList<>(writes);
        writes.stream().filter(any -> random.nextBoolean()).forEach(told::add);
        Collections.shuffle(told, random);

        Board shown = new Board(3, NOW);
        Map<String, Sight> followed = new HashMap<>();
        for (Sight sight : told) {
            for (Move move : shown.show(List.of(sight), NOW)) {
                assertThat(move.before()).isEqualTo(followed.get(move.referralId()));
                if (move.after() == null) {
                    followed.remove(move.referralId());
                } else {
                    followed.put(move.referralId(), move.after());
                }
            }
        }

        last.values().removeIf(sight -> !sight.isOnBoard());
        assertThat(followed).isEqualTo(last);
        assertThat(shown.rows()).containsExactlyInAnyOrderElementsOf(last.values());
    }

    private static Sight open(String id, long version) {
        return new Sight(id, version, version, Given.aScreening());
    }

    private static Sight closed(String id, long version) {
        return new Sight(id, version, version, Screening.unheard());
    }
}
