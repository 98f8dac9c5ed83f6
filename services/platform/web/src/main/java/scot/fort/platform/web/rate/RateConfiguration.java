package scot.fort.platform.web.rate;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import scot.fort.platform.web.problem.ProblemWriter;

/** Makes the filter that the security chain puts behind authentication; operators' endpoints have no bound. */
@AutoConfiguration
@EnableConfigurationProperties(RateProperties.class)
@ConditionalOnBooleanProperty(name = "fort.web.rate-limit.enabled", matchIfMissing = true)
class RateConfiguration {

    @Bean
    @ConditionalOnMissingBean
    TimeMeter rateTime() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    @Bean
    RateFilter rateFilter(RateProperties properties, TimeMeter time, ProblemWriter writer) {
        Rates<RateFilter.Client> rates =
                new Rates<>(properties.burst(), properties.perSecond(), Duration.ofSeconds(1), time);
        return new RateFilter(rates, EndpointRequest.toAnyEndpoint(), writer);
    }

    /** It stands in the security chain, and must not be the container's filter a second time. */
    @Bean
    FilterRegistrationBean<RateFilter> rateFilterOfTheChainAlone(RateFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
