package scot.fort.intake.referral.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.consume.Consumers;

/** Follows what triage and allocation make of the referrals. */
@Configuration(proxyBeanMethods = false)
class TrackingConsumer {

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> trackingContainer(
            Consumers consumers, AggregateStore<Referral, ReferralEvent> referrals) {
        return consumers.container(
                "intake", consumers.consumer(referrals, TrackingReactions.all()), "triage", "allocation");
    }
}
