package scot.fort.platform.web.body;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of request bodies.
 *
 * @param limit the most bytes that a body may have
 * @param time the longest that a body may take to come in; one that stands still ends earlier, by the connection's time-out
 */
@ConfigurationProperties("fort.web.body")
record BodyProperties(
        @DefaultValue("256KB") DataSize limit,
        @DefaultValue("30s") Duration time) {

    BodyProperties {
        if (limit.toBytes() < 1 || limit.toBytes() > Integer.MAX_VALUE - 1) {
            throw new IllegalArgumentException("fort.web.body.limit must be at least one byte and below 2 GB");
        }
        if (!time.isPositive()) {
            throw new IllegalArgumentException("fort.web.body.time must be positive");
        }
    }
}
