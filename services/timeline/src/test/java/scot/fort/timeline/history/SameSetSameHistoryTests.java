package scot.fort.timeline.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.ScriptedEvent;
import scot.fort.timeline.history.mongo.HistoryStore;

/** A history is a function of the set of its events: byte for byte, whatever the order, and with repeats. */
class SameSetSameHistoryTests {

    private static final EventScript STORY = Stories.erasedInTheEnd(Stories.REFERRAL);
    private static final ByteBuffer EXPECTED = stored(Stories.history(STORY));

    static LongStream seeds() {
        return new Random(20261120).longs(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameInEveryOrder(long seed) {
        Random random = new Random(seed);
        List<ScriptedEvent> delivered = new ArrayList<>(STORY.events());
        delivered.addAll(List.copyOf(delivered.subList(0, random.nextInt(delivered.size()))));
        Collections.shuffle(delivered, random);

        assertThat(stored(Stories.history(delivered))).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameWhenItIsStoredAndReadInBetween(long seed) {
        List<ScriptedEvent> delivered = new ArrayList<>(STORY.events());
        Collections.shuffle(delivered, new Random(seed));

        History history = History.empty();
        for (ScriptedEvent scripted : delivered) {
            history = read(stored(history.with(Stories.entry(scripted))));
        }

        assertThat(stored(history)).isEqualTo(EXPECTED);
    }

    private static ByteBuffer stored(History history) {
        return new RawBsonDocument(history, HistoryStore.codecs().get(History.class))
                .getByteBuffer()
                .asNIO();
    }

    private static History read(ByteBuffer stored) {
        byte[] bytes = new byte[stored.remaining()];
        stored.get(bytes);
        return new RawBsonDocument(bytes).decode(HistoryStore.codecs().get(History.class));
    }
}
