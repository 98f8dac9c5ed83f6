package scot.fort.intake.referral.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.events.allocation.AllocationClosed;
import scot.fort.events.common.EscalationOutcome;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.triage.EscalationOutcomeRecorded;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.StoredReferrals;
import scot.fort.intake.referral.mongo.ReferralStore;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;
import scot.fort.platform.messaging.consume.ReferralConsumer;
import scot.fort.platform.messaging.contract.ConsumerContract;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;

class TrackingContractTests extends ConsumerContract {

    @Override
    protected String service() {
        return "intake";
    }

    @Override
    protected String collection() {
        return ReferralStore.COLLECTION;
    }

    /** Intake has its referrals before anybody tells of them, so here each is stored before the first is heard of it. */
    @Override
    protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
        AggregateStore<Referral, ReferralEvent> store = ReferralStore.in(stores);
        ReferralConsumer<Referral, ReferralEvent> consumer = consumers.consumer(store, TrackingReactions.all());
        return batch -> {
            batch.stream()
                    .map(ConsumerRecord::key)
                    .filter(key -> key != null)
                    .map(key -> new String(key, StandardCharsets.UTF_8))
                    .distinct()
                    .forEach(id -> store.insert(id, StoredReferrals.received(id), List.of(), StoredReferrals.CAUSE));
            consumer.consume(batch);
        };
    }

    @Override
    protected EventScript script(String aboutReferral) {
        return EventScript.about(aboutReferral)
                .then(EventBuilders.screeningOpened(Priority.GREEN))
                .then(EventBuilders.claimed("kim"))
                .then(EventBuilders.informationRequested(1))
                .then(EventBuilders.decided(ScreeningDecision.REQUEST_IRD))
                .then(EscalationOutcomeRecorded.newBuilder(EventSamples.some(EscalationOutcomeRecorded.class))
                        .setOutcome(EscalationOutcome.SENT_BACK)
                        .setChildrenRefs(List.of("c1")))
                .then(EventBuilders.reopened(2, 1))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT)
                        .setRound(2))
                .then(EventBuilders.allocationOpened().setRound(2))
                .then(EventBuilders.offered("offer-1").setRound(2))
                .then(EventBuilders.exhausted().setRound(2))
                .then(EventBuilders.offered("offer-2").setRound(2))
                .then(EventBuilders.accepted("offer-2").setRound(2))
                .then(EventBuilders.started("offer-2").setRound(2))
                .then(EventBuilders.completed("offer-2").setRound(2))
                .then(AllocationClosed.newBuilder(EventSamples.some(AllocationClosed.class))
                        .setRound(2));
    }
}
