package scot.fort.platform.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.Caused;
import scot.fort.platform.messaging.aggregate.Change;
import scot.fort.platform.messaging.aggregate.Discarded;
import scot.fort.platform.messaging.aggregate.Parked;
import scot.fort.platform.messaging.aggregate.Position;

class FoldTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, ReferralWithdrawn> eventsByPayload = new HashMap<>();
    private final Set<String> poisonous = new HashSet<>();

    private Aggregate<List<String>> stored =
            new Aggregate<>("r1", 0, 0, null, Map.<String, Position>of(), List.<Parked>of(), List.<Discarded>of());
    private final List<String> sent = new ArrayList<>();

    @Test
    void appliesEachEventOnceHoweverOftenItComes() {
        deliver(event("intake", 1), event("intake", 1), event("intake", 2));
        deliver(event("intake", 2), event("intake", 1));

        assertThat(stored.state()).containsExactly("intake 1", "intake 2");
        assertThat(sent).containsExactly("heard intake 1", "heard intake 2");
    }

    @Test
    void parksWhatComesTooEarlyAndReleasesItWithWhatWasMissing() {
        deliver(event("intake", 3), event("intake", 2));

        assertThat(stored.state()).isNull();
        assertThat(stored.parked()).hasSize(2);

        deliver(event("intake", 1));

        assertThat(stored.state()).containsExactly("intake 1", "intake 2", "intake 3");
        assertThat(stored.parked()).isEmpty();
    }

    @Test
    void letsOtherSourcesGoOnBehindAPoisonousEvent() {
        poisonous.add("intake 1");

        deliver(event("intake", 1), event("intake", 2), event("triage", 1));

        assertThat(stored.state()).containsExactly("triage 1");
        assertThat(stored.parked()).extracting(Parked::reason).containsExactly("unreadable", "gap");
    }

    @Test
    void triesParkedEventsAgainOnceTheirObstacleIsGone() {
        poisonous.add("intake 1");
        deliver(event("intake", 1), event("intake", 2));
        poisonous.clear();

        deliver(event("triage", 1));

        assertThat(stored.state()).containsExactly("intake 1", "intake 2", "triage 1");
        assertThat(stored.parked()).isEmpty();
    }

    @Test
    void triesAParkedEventAgainWhenItComesAgain() {
        poisonous.add("intake 1");
        deliver(event("intake", 1));
        poisonous.clear();

        deliver(event("intake", 1));

        assertThat(stored.state()).containsExactly("intake 1");
        assertThat(stored.parked()).isEmpty();
    }

    @Test
    void raisesAnAlarmWhenTwoEventsHaveOneSequence() {
        deliver(event("intake", 1));

        deliver(new Incoming("r1", "intake", 1, "another id", "topic", "type", new byte[0], null, ""));

        assertThat(alarms("sequence-used-twice")).isEqualTo(1);
        assertThat(stored.state()).containsExactly("intake 1");
    }

    @Test
    void saysAnewWhyAnEventWaitsThatIsNextNowAndCannotBeApplied() {
        poisonous.add("intake 2");
        deliver(event("intake", 2));
        assertThat(stored.parked()).extracting(Parked::reason).containsExactly("gap");

        deliver(event("intake", 1));

        assertThat(stored.parked()).extracting(Parked::reason).containsExactly("unreadable");
        assertThat(fold().fold(List.of())).isNull();
    }

    @Test
    void namesAParkedEventByWhereItIsAlone() {
        deliver(event("intake", 2), event("intake", 3), event("triage", 2));
        List<String> ids = stored.parked().stream().map(Parked::id).toList();

        stored = new Aggregate<>("r1", 0, 0, null, Map.of(), List.of(), List.of());
        deliver(event("triage", 2), event("intake", 3), event("intake", 2));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(stored.parked()).extracting(Parked::id).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void goesOnWithoutADiscardedEventAndTakesItForADuplicateAfterwards() {
        poisonous.add("intake 2");
        deliver(event("intake", 1), event("intake", 2), event("intake", 3));

        discard(2, 2, "intake 2");
        poisonous.clear();
        deliver(event("intake", 2), event("intake", 3));

        assertThat(stored.state()).containsExactly("intake 1", "intake 3");
        assertThat(stored.parked()).isEmpty();
        assertThat(stored.discarded()).hasSize(1);
        assertThat(alarms("given-up-event-came")).isZero();
    }

    @Test
    void goesOnWithoutWhatNeverCameAndRaisesAnAlarmWhenItComesAfterAll() {
        deliver(event("intake", 3));

        discard(1, 2, null);
        assertThat(stored.state()).containsExactly("intake 3");
        deliver(event("intake", 2), event("intake", 4));

        assertThat(stored.state()).containsExactly("intake 3", "intake 4");
        assertThat(alarms("given-up-event-came")).isEqualTo(1);
        assertThat(alarms("sequence-used-twice")).isZero();
    }

    @Test
    void writesNothingForABatchOfDuplicates() {
        deliver(event("intake", 1));

        assertThat(fold().fold(List.of(event("intake", 1)))).isNull();
    }

    static List<Long> seeds() {
        return new Random(20261120).longs(200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheOrderOfEverySourceInAnyDeliveryWithRepeats(long seed) {
        Random random = new Random(seed);
        List<Incoming> deliveries = new ArrayList<>();
        for (String source : List.of("intake", "triage", "allocation")) {
            for (int sequence = 1; sequence <= 6; sequence++) {
                Incoming incoming = event(source, sequence);
                Collections.addAll(deliveries, incoming, incoming);
            }
        }
        Collections.shuffle(deliveries, random);

        for (int at = 0; at < deliveries.size(); ) {
            int end = Math.min(deliveries.size(), at + 1 + random.nextInt(5));
            deliver(deliveries.subList(at, end).toArray(Incoming[]::new));
            at = end;
        }

        List<String> applied = stored.require();
        assertThat(applied).hasSize(18).doesNotHaveDuplicates();
        for (String source : List.of("intake", "triage", "allocation")) {
            assertThat(applied.stream().filter(label -> label.startsWith(source)))
                    .isSorted();
        }
        assertThat(stored.parked()).isEmpty();
    }

    @Test
    void leavesInTheTopicWhatThereIsNoRoomForAndAllThatFollowsIt() {
        poisonous.add("intake 1");
        deliver(event("intake", 1), large("intake", 2));
        assertThat(alarms("waiting-room-filling")).isEqualTo(1);
        deliver(large("intake", 3), large("intake", 4));
        assertThat(alarms("waiting-room-full")).isZero();

        deliver(large("intake", 5), event("intake", 6), event("triage", 1));
        Aggregate<List<String>> full = stored;
        deliver(event("intake", 6), event("intake", 7));

        assertThat(stored).isSameAs(full);
        assertThat(stored.state()).containsExactly("triage 1");
        assertThat(stored.parked()).extracting(Parked::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(stored.parked().getLast().reason()).isEqualTo("left in the topic: topic:3 from 5 on");
        assertThat(stored.parked().getLast().payload()).isEmpty();
        assertThat(alarms("waiting-room-filling")).isEqualTo(1);
        assertThat(alarms("waiting-room-full")).isEqualTo(1);
    }

    @Test
    void takesInWhatWasLeftInTheTopicOnceItIsReadAgain() {
        poisonous.add("intake 1");
        deliver(event("intake", 1), large("intake", 2), large("intake", 3), large("intake", 4), large("intake", 5));
        deliver(event("intake", 6));
        poisonous.clear();

        deliver(event("triage", 1));
        assertThat(stored.positions().get("intake")).isEqualTo(new Position(4, "intake 4"));
        assertThat(stored.parked()).extracting(Parked::sequence).containsExactly(5L);

        deliver(event("intake", 7));
        assertThat(stored.parked()).extracting(Parked::sequence).containsExactly(5L);

        deliver(large("intake", 5), event("intake", 6), event("intake", 7));
        assertThat(stored.state())
                .containsExactly(
                        "intake 1", "intake 2", "intake 3", "intake 4", "triage 1", "intake 5", "intake 6", "intake 7");
        assertThat(stored.parked()).isEmpty();
    }

    @Test
    void losesNothingWhenTheTopicIsReadAgainTooEarly() {
        poisonous.add("intake 1");
        Incoming[] all = {
            event("intake", 1),
            large("intake", 2),
            large("intake", 3),
            large("intake", 4),
            large("intake", 5),
            event("intake", 6)
        };
        deliver(all);
        List<Parked> before = stored.parked();
        deliver(all);
        assertThat(stored.parked())
                .extracting(Parked::id, Parked::reason)
                .containsExactlyElementsOf(before.stream()
                        .map(waiting -> tuple(waiting.id(), waiting.reason()))
                        .toList());

        poisonous.clear();
        deliver(all);

        assertThat(stored.state()).hasSize(6).isSorted();
        assertThat(stored.parked()).isEmpty();
    }

    @Test
    void givesUpWhatNeverCameBeforeOneLeftInTheTopicAndLeavesThat() {
        deliver(large("triage", 2), large("triage", 3), large("triage", 4), large("triage", 5));
        deliver(event("intake", 2));

        discard(1, 1, null);

        assertThat(stored.parked()).extracting(Parked::reason).contains("left in the topic: topic:3 from 2 on");
        deliver(event("intake", 2));
        assertThat(stored.state()).containsExactly("intake 2");
    }

    private double alarms(String code) {
        return meters.counter("fort.alarm", "code", code).count();
    }

    private Incoming event(String source, long sequence) {
        String label = source + " " + sequence;
        EventMetadata metadata = EventMetadata.newBuilder()
                .setEventId(label)
                .setReferralId("r1")
                .setSource(source)
                .setSequence(sequence)
                .setOccurredAt(NOW)
                .setRecordedAt(NOW)
                .setActor("a")
                .setOrganisation("o")
                .setCorrelationId("c")
                .build();
        eventsByPayload.put(
                label,
                ReferralWithdrawn.newBuilder()
                        .setMetadata(metadata)
                        .setReason(label)
                        .build());
        return new Incoming(
                "r1",
                source,
                sequence,
                label,
                "topic",
                "ReferralWithdrawn",
                label.getBytes(StandardCharsets.UTF_8),
                null,
                "topic:3 from " + sequence + " on");
    }

    /** One that takes a quarter of the room, all else included. */
    private Incoming large(String source, long sequence) {
        Incoming small = event(source, sequence);
        byte[] payload = Arrays.copyOf(small.payload(), Fold.ROOM / 4 - (1 << 10));
        return new Incoming(
                small.key(),
                source,
                sequence,
                small.eventId(),
                small.topic(),
                small.type(),
                payload,
                null,
                small.place());
    }

    private void deliver(Incoming... batch) {
        store(fold().fold(List.of(batch)));
    }

    private void discard(long from, long to, @Nullable String eventId) {
        Fold<List<String>, String> fold = fold();
        fold.discard(new Discarded("intake", from, to, eventId, null, "gap", "OTHER", "olga", NOW));
        fold.release();
        store(fold.change());
    }

    private void store(@Nullable Change<List<String>, String> change) {
        if (change != null) {
            change.events().stream().map(Caused::event).forEach(sent::add);
            stored = new Aggregate<>(
                    "r1",
                    stored.version() + 1,
                    0,
                    change.state(),
                    change.positions(),
                    change.parked(),
                    change.discarded());
        }
    }

    private Fold<List<String>, String> fold() {
        Deserializer<Object> deserializer = (topic, payload) -> {
            String label = new String(payload, StandardCharsets.UTF_8).trim();
            return poisonous.contains(label) ? "no event at all" : eventsByPayload.get(label);
        };
        Reactions<List<String>, String> reactions = new Reactions<List<String>, String>()
                .on(ReferralWithdrawn.class, (state, event, metadata) -> {
                    List<String> next = new ArrayList<>(state == null ? List.of() : state);
                    next.add(event.getReason());
                    return Reacted.applied(next, List.of("heard " + event.getReason()));
                });
        return new Folds<>(
                        "test",
                        "tests",
                        reactions,
                        new EventDecoder(deserializer),
                        new Alarms(meters),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .of(stored);
    }
}
