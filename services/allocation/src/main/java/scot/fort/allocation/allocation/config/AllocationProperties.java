package scot.fort.allocation.allocation.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of allocation.
 *
 * @param offerTerm how long a provider has to answer an offer, unless the coordinator says otherwise
 * @param poll how often expired offers and open searches are looked for
 * @param sweepInterval how often places that no offer holds are looked for
 * @param sweepGrace how long a place may be held before its offer must be there; longer than any request may take
 */
@ConfigurationProperties("fort.allocation")
record AllocationProperties(
        @DefaultValue("72h") Duration offerTerm,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("5m") Duration sweepInterval,
        @DefaultValue("5m") Duration sweepGrace) {

    AllocationProperties {
        Assert.isTrue(offerTerm.isPositive(), "fort.allocation.offer-term must be longer than nothing");
        Assert.isTrue(poll.toMillis() >= 100, "fort.allocation.poll must be at least 100ms");
        Assert.isTrue(sweepInterval.toMillis() >= 100, "fort.allocation.sweep-interval must be at least 100ms");
        Assert.isTrue(sweepGrace.toSeconds() >= 30, "fort.allocation.sweep-grace must be at least 30s");
    }
}
