package scot.fort.platform.web.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of request bodies.
 *
 * @param limit the most bytes that a body may have
 */
@ConfigurationProperties("fort.web.body")
record BodyProperties(@DefaultValue("256KB") DataSize limit) {

    BodyProperties {
        if (limit.toBytes() < 1 || limit.toBytes() > Integer.MAX_VALUE - 1) {
            throw new IllegalArgumentException("fort.web.body.limit must be at least one byte and below 2 GB");
        }
    }
}
