package scot.fort.platform.service;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.sealing.KeyDestroyedException;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ThrownRefusal;
import scot.fort.platform.web.problem.UnavailableFault;

/** Gives a service its access log, and words for what cannot be done any more. */
@AutoConfiguration(afterName = "scot.fort.platform.messaging.MessagingAutoConfiguration")
class ServiceConfiguration {

    private static final Problem ERASED = Problem.illegalTransition(
            "The content of this referral has been erased, and none can be added.", List.of());

    @Bean
    AccessLog accessLog(AggregateStores stores, Ids ids) {
        return new AccessLog(stores, ids);
    }

    @Bean
    UnavailableFault unloggedAccess() {
        return fault -> fault instanceof AccessNotLoggedException;
    }

    @Bean
    ThrownRefusal erasedContent() {
        return fault -> fault instanceof KeyDestroyedException ? Optional.of(ERASED) : Optional.empty();
    }
}
