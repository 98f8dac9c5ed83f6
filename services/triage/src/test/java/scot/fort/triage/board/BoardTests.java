package scot.fort.triage.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.platform.messaging.consume.Heard;
import scot.fort.triage.screening.Given;
import scot.fort.triage.screening.Screening;

class BoardTests {

    private static final Instant NOW = Given.RECEIVED;

    private final Board board = new Board(3, NOW);

    @Test
    void tellsWhatComesWhatChangesAndWhatLeaves() {
        assertThat(board.show(List.of(open("a", 1)), NOW)).singleElement().satisfies(move -> {
            assertThat(move.before()).isNull();
            assertThat(move.after()).isEqualTo(open("a", 1));
        });
        assertThat(board.show(List.of(open("a", 2)), NOW)).singleElement().satisfies(move -> {
            assertThat(move.before()).isEqualTo(open("a", 1));
            assertThat(move.after()).isEqualTo(open("a", 2));
        });
        assertThat(board.show(List.of(closed("a", 3)), NOW)).singleElement().satisfies(move -> {
            assertThat(move.before()).isEqualTo(open("a", 2));
            assertThat(move.after()).isNull();
        });
    }

    @Test
    void tellsNothingOfWhatItKnowsAlready() {
        board.show(List.of(open("a", 2), closed("b", 2)), NOW);

        assertThat(board.show(List.of(open("a", 2), open("a", 1), open("b", 1), closed("b", 2)), NOW))
                .isEmpty();
        assertThat(board.isBehind(new Heard("a", "triage", 2))).isFalse();
        assertThat(board.isBehind(new Heard("b", "triage", 2))).isFalse();
        assertThat(board.isBehind(new Heard("b", "triage", 3))).isTrue();
        assertThat(board.isBehind(new Heard("c", "triage", 1))).isTrue();
    }

    @Test
    void tellsOfEachTimeThatComesOnce() {
        board.show(List.of(open("a", 1)), NOW);
        Instant turn = open("a", 1).turnsAfter(NOW);

        assertThat(board.show(List.of(), turn.minusMillis(1))).isEmpty();
        assertThat(board.show(List.of(), turn)).singleElement().satisfies(move -> {
            assertThat(move.beforeAt()).isEqualTo(turn.minusMillis(1));
            assertThat(move.at()).isEqualTo(turn);
        });
        assertThat(board.show(List.of(), turn.plusMillis(1))).isEmpty();
    }

    @Test
    void keepsItsTimeWhenTheClockIsPutBack() {
        board.show(List.of(open("a", 1)), NOW.plus(Duration.ofDays(30)));

        assertThat(board.show(List.of(open("a", 2)), NOW)).singleElement().satisfies(move -> assertThat(move.at())
                .isEqualTo(NOW.plus(Duration.ofDays(30))));
    }

    @Test
    void saysWhatIsNotAmongAllThatWasRead() {
        board.show(List.of(open("a", 1), open("b", 1)), NOW);

        assertThat(board.notAmong(List.of(open("b", 2), open("c", 1)))).containsExactly("a");
    }

    @Test
    void holdsOnlySoMany() {
        board.show(List.of(open("a", 1), open("b", 1), open("c", 1)), NOW);

        assertThatThrownBy(() -> board.show(List.of(open("d", 1)), NOW)).isInstanceOf(BoardFullException.class);
    }

    private static Sight open(String id, long version) {
        return new Sight(id, version, version, Given.aScreening());
    }

    private static Sight closed(String id, long version) {
        return new Sight(id, version, version, Screening.unheard());
    }
}
