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
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.testing.RealStack;

/** What an event makes of its referral can never be stored: that referral waits, and no other. */
class UnstorableEffectTests {

    private final String sound = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
    private final String unstorable = UUID.nameUUIDFromBytes(new byte[] {2}).toString();

    @Test
    void parksTheEventsOfThatReferralAndHoldsUpNoOther() {
        try (Workbench bench = new Workbench(
                RealStack.addresses(), "diary", MongoClientSettings.getDefaultCodecRegistry(), Clock.systemUTC())) {
            List<ConsumerRecord<byte[], byte[]>> batch = Stream.of(unstorable, sound)
                    .flatMap(referral -> Diary.script(referral).events().stream())
                    .map(bench.records()::received)
                    .toList();

            bench.instance(new WriterThatFails(unstorable)).onMessage(batch);

            assertThat(bench.stored(Diary.COLLECTION, sound).parked()).isEmpty();
            assertThat(bench.stored(Diary.COLLECTION, unstorable).parked())
                    .containsExactly("intake 1", "intake 2", "triage 1", "triage 2", "triage 3");

            bench.instance(new WriterThatFails("")).onMessage(batch.subList(0, 1));

            assertThat(bench.stored(Diary.COLLECTION, unstorable).parked()).isEmpty();
        }
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
