package scot.fort.platform.service;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.AggregateStores;

/** Gives a service its access log. */
@AutoConfiguration(afterName = "scot.fort.platform.messaging.MessagingAutoConfiguration")
class ServiceConfiguration {

    @Bean
    AccessLog accessLog(AggregateStores stores, Ids ids) {
        return new AccessLog(stores, ids);
    }
}
