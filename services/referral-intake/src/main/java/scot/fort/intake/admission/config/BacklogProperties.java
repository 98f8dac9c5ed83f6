package scot.fort.intake.admission.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import scot.fort.intake.admission.Admission;

/**
 * How many referrals may wait while the broker does not take their events.
 *
 * @param limit beyond which no more is accepted but what is urgent
 * @param headroom beyond the limit, for child protection concerns and where there is immediate danger
 * @param countAfter how long the oldest event must have waited before the backlog is counted
 * @param retryAfter when a sender that was refused is to try again
 */
@ConfigurationProperties("fort.intake.backlog")
record BacklogProperties(
        @DefaultValue("100000") int limit,
        @DefaultValue("25000") int headroom,
        @DefaultValue("5s") Duration countAfter,
        @DefaultValue("30s") Duration retryAfter) {

    private static final int MOST = 10_000_000;

    BacklogProperties {
        Assert.isTrue(limit >= 1 && limit <= MOST, "fort.intake.backlog.limit must be between 1 and " + MOST);
        Assert.isTrue(headroom >= 0 && headroom <= MOST, "fort.intake.backlog.headroom must be between 0 and " + MOST);
        Assert.isTrue(countAfter.toSeconds() >= 1, "fort.intake.backlog.count-after must be at least 1s");
        Assert.isTrue(retryAfter.toSeconds() >= 1, "fort.intake.backlog.retry-after must be at least 1s");
    }

    Admission.Bound bound() {
        return new Admission.Bound(limit, headroom, countAfter, retryAfter);
    }
}
