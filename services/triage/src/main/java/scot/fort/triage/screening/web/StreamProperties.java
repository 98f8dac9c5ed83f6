package scot.fort.triage.screening.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the queue is told to those who follow it.
 *
 * @param heartbeat how long nothing may be told; what stands between sees that the answer goes on
 * @param mostFollowers who may follow at one instance
 * @param mostOfOne how often one of them may
 */
@ConfigurationProperties("fort.queue-stream")
record StreamProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("200") int mostFollowers,
        @DefaultValue("10") int mostOfOne) {

    StreamProperties {
        Assert.isTrue(heartbeat.toMillis() >= 100, "fort.queue-stream.heartbeat must be at least 100ms");
        Assert.isTrue(mostFollowers >= 1, "fort.queue-stream.most-followers must be at least 1");
        Assert.isTrue(mostOfOne >= 1, "fort.queue-stream.most-of-one must be at least 1");
    }
}
