package scot.fort.platform.messaging.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.relay.OutboxRelay;
import scot.fort.platform.testing.MovableClock;
import scot.fort.platform.testing.RealStack;

class DatedStoreTests {

    private static final Cause CAUSE = new Cause("actor", "organisation", "correlation", null, null);
    private static final Instant FIRST = Instant.parse("2026-11-20T09:00:00Z");

    /** The state of a referral that counts what was done to it. */
    public record Counted(int changes) {}

    private final String database = "dated" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoClient mongo = MongoClients.create(RealStack.addresses().mongodbUri());
    private final MovableClock clock = MovableClock.standingAt(FIRST);
    private final Indexes indexes = new Indexes();
    private final AggregateStores stores = new AggregateStores(
            mongo.getDatabase(database),
            "intake",
            database,
            new EventEncoder((topic, event) -> new byte[0], 1024),
            new OutboxRelay(
                    () -> {
                        throw new IllegalStateException("nothing is sent here");
                    },
                    Duration.ofSeconds(1),
                    clock,
                    new SimpleMeterRegistry()),
            indexes,
            clock,
            () -> UUID.randomUUID().toString());

    @AfterEach
    void forget() {
        indexes.stop();
        mongo.getDatabase(database).drop();
        mongo.close();
    }

    @Test
    void saysWhenTheStateWasLastWritten() {
        AggregateStore<Counted, Void> store =
                ready(stores.ofDatedReferrals("counted", Counted.class, EventWriter.none(), List.of()));
        store.insert("r1", new Counted(0), List.of(), CAUSE);
        assertThat(writtenAt("r1")).isEqualTo(FIRST);

        clock.forward(Duration.ofMinutes(1));
        store.save(loaded(store), new Counted(1), List.of(), CAUSE);
        assertThat(writtenAt("r1")).isEqualTo(FIRST.plusSeconds(60));

        clock.forward(Duration.ofMinutes(1));
        store.saveAll(List.of(heard(loaded(store), new Counted(2), 1)));
        assertThat(writtenAt("r1")).isEqualTo(FIRST.plusSeconds(120));
    }

    /** Most of what is heard changes nothing but how far it has been heard. */
    @Test
    void leavesTheTimeAloneWhenOnlyAPositionMoves() {
        AggregateStore<Counted, Void> store =
                ready(stores.ofDatedReferrals("counted", Counted.class, EventWriter.none(), List.of()));
        store.insert("r1", new Counted(0), List.of(), CAUSE);
        clock.forward(Duration.ofMinutes(1));

        store.saveAll(List.of(heard(loaded(store), new Counted(0), 1)));

        assertThat(loaded(store).positions()).containsKey("triage");
        assertThat(writtenAt("r1")).isEqualTo(FIRST);
    }

    /** The version is shown to people, who need to know that theirs is no longer the present one. */
    @Test
    void tellsThoseWhoFollowOfEachVersion() {
        AggregateStore<Counted, Void> store =
                ready(stores.ofFollowedReferrals("counted", Counted.class, EventWriter.none(), List.of()));
        store.insert("r1", new Counted(0), List.of(), CAUSE);
        store.insert("r2", new Counted(0), List.of(), CAUSE);
        clock.forward(Duration.ofMinutes(1));

        store.saveAll(List.of(heard(loaded(store), new Counted(0), 1)));

        assertThat(store.versionsSince(FIRST.plusSeconds(60), 10)).isEqualTo(Map.of("r1", 2L));
        assertThat(store.versionsSince(FIRST, 10)).isEqualTo(Map.of("r1", 2L, "r2", 1L));
    }

    @Test
    void tellsWhoeverWatchesWhatEachWriteHasMade() {
        AggregateStore<Counted, Void> store =
                ready(stores.ofReferrals("counted", Counted.class, EventWriter.none(), List.of()));
        List<Aggregate<Counted>> written = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        store.watchedBy(new Watch<>() {
            @Override
            public void written(Collection<Aggregate<Counted>> now) {
                written.addAll(now);
            }

            @Override
            public void perhapsWritten(Collection<String> ids) {
                doubtful.addAll(ids);
            }
        });

        store.insert("r1", new Counted(0), List.of(), CAUSE);
        Aggregate<Counted> first = loaded(store);
        store.save(first, new Counted(1), List.of(), CAUSE);
        Aggregate<Counted> second = loaded(store);
        store.saveAll(List.of(heard(second, new Counted(2), 1)));
        assertThat(written).containsExactly(first, second, loaded(store));

        store.save(first, new Counted(3), List.of(), CAUSE);
        store.saveAll(List.of(heard(first, new Counted(3), 1)));
        assertThat(written).hasSize(3);
        assertThat(doubtful).containsExactly("r1");
    }

    @Test
    void datesNothingInAnyOtherStore() {
        AggregateStore<Counted, Void> store =
                ready(stores.ofReferrals("counted", Counted.class, EventWriter.none(), List.of()));

        store.insert("r1", new Counted(0), List.of(), CAUSE);
        store.save(loaded(store), new Counted(1), List.of(), CAUSE);

        assertThat(document("r1")).doesNotContainKey(AggregateStore.WRITTEN_AT);
    }

    private AggregateStore<Counted, Void> ready(AggregateStore<Counted, Void> store) {
        indexes.start();
        Awaitility.await().until(indexes::areReady);
        return store;
    }

    private static Aggregate<Counted> loaded(AggregateStore<Counted, Void> store) {
        return store.find("r1").orElseThrow();
    }

    private static Change<Counted, Void> heard(Aggregate<Counted> loaded, Counted state, long sequence) {
        return new Change<>(loaded, state, List.of(), Map.of("triage", new Position(sequence, "event")), List.of());
    }

    private Instant writtenAt(String id) {
        return document(id).getDate(AggregateStore.WRITTEN_AT).toInstant();
    }

    private Document document(String id) {
        return Objects.requireNonNull(mongo.getDatabase(database)
                .getCollection("counted")
                .find(new Document("_id", id))
                .first());
    }
}
