package scot.fort.notification.correspondence.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of outgoing mail.
 *
 * @param from address that mail comes from
 * @param domain right-hand side of Message-IDs
 * @param teams addresses of the hub and of the coordinators, who are told what concerns work under way
 * @param hub addresses of the hub, which is told that its time runs out
 * @param managers addresses of the hub's managers, who are told what is late, and alone are told of a restricted referral
 * @param poll how often due messages are looked for
 * @param lease how long an attempt may take before another instance may repeat it
 * @param retryPauses pauses after the first failed attempt, the second, and so on; after the last a person must act
 */
@ConfigurationProperties("fort.mail")
record MailProperties(
        @DefaultValue("fort@fort.example") String from,
        @DefaultValue("fort.example") String domain,

        @DefaultValue({"screening@fort.example", "coordination@fort.example"})
        List<String> teams,

        @DefaultValue("screening@fort.example") List<String> hub,
        @DefaultValue("screening-managers@fort.example") List<String> managers,
        @DefaultValue("2s") Duration poll,
        @DefaultValue("2m") Duration lease,

        @DefaultValue({"10s", "1m", "5m", "30m", "2h", "6h", "12h"})
        List<Duration> retryPauses) {

    MailProperties {
        Assert.hasText(from, "fort.mail.from must name an address");
        Assert.hasText(domain, "fort.mail.domain must not be empty");
        Assert.notEmpty(teams, "fort.mail.teams must name at least one address");
        Assert.notEmpty(hub, "fort.mail.hub must name at least one address");
        Assert.notEmpty(managers, "fort.mail.managers must name at least one address");
        Assert.isTrue(poll.toMillis() >= 1, "fort.mail.poll must be at least 1ms");
        Assert.isTrue(lease.isPositive(), "fort.mail.lease must be positive");
        Assert.isTrue(
                retryPauses.stream().allMatch(Duration::isPositive), "Every fort.mail.retry-pauses must be positive");
    }
}
