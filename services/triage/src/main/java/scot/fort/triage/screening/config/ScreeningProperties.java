package scot.fort.triage.screening.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of screening. A policy is a file: its path, or {@code classpath:} and its path there.
 *
 * @param lease how long a claim holds unless it is renewed
 * @param ratingPolicy by which a referral gets its first priority, and a more urgent one when more of the rules fire later
 * @param clockPolicy how soon the hub screens, and when it works
 * @param alarmPoll how often clocks that have run out are looked for
 * @param glassAttempts how often within an hour a person may try to see a restricted referral without a grant
 */
@ConfigurationProperties("fort.screening")
record ScreeningProperties(
        @DefaultValue("30m") Duration lease,
        @DefaultValue("classpath:policies/rating.yaml") String ratingPolicy,
        @DefaultValue("classpath:policies/clocks.yaml") String clockPolicy,
        @DefaultValue("5s") Duration alarmPoll,
        @DefaultValue("10") int glassAttempts) {

    ScreeningProperties {
        Assert.isTrue(lease.isPositive(), "fort.screening.lease must be longer than nothing");
        Assert.hasText(ratingPolicy, "fort.screening.rating-policy must name a file");
        Assert.hasText(clockPolicy, "fort.screening.clock-policy must name a file");
        Assert.isTrue(alarmPoll.toMillis() >= 100, "fort.screening.alarm-poll must be at least 100ms");
        Assert.isTrue(glassAttempts >= 1, "fort.screening.glass-attempts must be at least 1");
    }
}
