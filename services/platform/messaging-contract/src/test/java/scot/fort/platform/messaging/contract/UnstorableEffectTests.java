package scot.fort.platform.messaging.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.aggregate.Waiting;
import scot.fort.platform.messaging.aggregate.WaitingQuery;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.consume.DiscardReason;
import scot.fort.platform.messaging.consume.ParkedEvents;
import scot.fort.platform.messaging.consume.Resolved;
import scot.fort.platform.testing.RealStack;

/** What an event makes of its referral can never be stored: that referral waits, and no other. */
class UnstorableEffectTests {

    private final String sound = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
    private final String unstorable = UUID.nameUUIDFromBytes(new byte[] {2}).toString();

    @Test
    void parksTheEventsOfThatReferralAndHoldsUpNoOther() {
        try (Workbench bench = bench()) {
            List<ConsumerRecord<byte[], byte[]>> batch = Stream.of(unstorable, sound)
                    .flatMap(referral -> received(bench, referral).stream())
                    .toList();

            bench.instance(new WriterThatFails(unstorable)).onMessage(batch);

            assertThat(bench.stored(Diary.COLLECTION, sound).parked()).isEmpty();
            assertThat(bench.stored(Diary.COLLECTION, unstorable).parked())
                    .containsExactly("intake 1", "intake 2", "triage 1", "triage 2", "triage 3");

            bench.instance(new WriterThatFails("")).onMessage(batch.subList(0, 1));

            assertThat(bench.stored(Diary.COLLECTION, unstorable).parked()).isEmpty();
        }
    }

    @Test
    void keepsWaitingWhenItIsTriedAgainAndCannotBeStoredStill() {
        try (Workbench bench = bench()) {
            Workbench.Service failing = bench.service(new WriterThatFails(unstorable));
            failing.consumer().onMessage(received(bench, unstorable));
            Waiting claim = waiting(failing.parked(), "triage 2");

            assertThat(failing.parked()
                            .retry(waiting(failing.parked(), "triage 1").id()))
                    .contains(new Resolved.Retried(null, 0, 4));
            assertThat(failing.parked().retry(claim.id()))
                    .contains(new Resolved.Retried("cannot be stored: SerializationException", 0, 4));
            assertThat(failing.parked().discard(claim.id(), DiscardReason.OTHER, "operator"))
                    .get()
                    .isInstanceOfSatisfying(
                            Resolved.Gone.class, gone -> assertThat(gone.left()).isEqualTo(3));
            assertThat(bench.service(new WriterThatFails(""))
                            .parked()
                            .retry(waiting(failing.parked(), "triage 3").id()))
                    .contains(new Resolved.Retried(null, 2, 0));
        }
    }

    @Test
    void findsWhatAnEarlierReleaseParkedWithoutAnId() {
        try (Workbench bench = bench()) {
            Workbench.Service failing = bench.service(new WriterThatFails(unstorable));
            failing.consumer().onMessage(received(bench, unstorable));
            List<String> named = ids(failing.parked());

            bench.forgetIds(Diary.COLLECTION);

            assertThat(ids(failing.parked())).isEqualTo(named);
            assertThat(failing.parked().discard(named.getFirst(), DiscardReason.OTHER, "operator"))
                    .isPresent();
            assertThat(failing.parked().discard(named.getFirst(), DiscardReason.OTHER, "operator"))
                    .isEmpty();
        }
    }

    private static Workbench bench() {
        return new Workbench(
                RealStack.addresses(), "diary", MongoClientSettings.getDefaultCodecRegistry(), Clock.systemUTC());
    }

    private static List<ConsumerRecord<byte[], byte[]>> received(Workbench bench, String referral) {
        return Diary.script(referral).events().stream()
                .map(bench.records()::received)
                .toList();
    }

    private static List<String> ids(ParkedEvents parked) {
        return list(parked).stream().map(Waiting::id).toList();
    }

    private static Waiting waiting(ParkedEvents parked, String label) {
        return list(parked).stream()
                .filter(waiting -> label.equals(waiting.source() + " " + waiting.sequence()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Waiting> list(ParkedEvents parked) {
        return parked.list(new WaitingQuery(null, null, null, 100));
    }

    private static final class WriterThatFails extends DiaryContract {

        private final String referralId;

        WriterThatFails(String referralId) {
            this.referralId = referralId;
        }

        @Override
        protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
            return consumers.consumer(
                            stores.ofReferrals(Diary.COLLECTION, Diary.class, this::write, List.of()),
                            Diary.reactions())::consume;
        }

        private SpecificRecord write(String screener, EventMetadata metadata) {
            if (referralId.equals(metadata.getReferralId())) {
                throw new SerializationException("no form for it");
            }
            return Diary.write(screener, metadata);
        }
    }
}
