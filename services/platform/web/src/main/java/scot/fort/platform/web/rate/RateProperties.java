package scot.fort.platform.web.rate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client may call one instance of one service.
 *
 * @param enabled whether there is a bound at all; without it a benchmark measures the service and not the bound
 * @param perSecond requests a second that a client may go on sending for ever
 * @param burst requests that a client may send at once after it has been quiet
 */
@ConfigurationProperties("fort.web.rate-limit")
record RateProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") int perSecond,
        @DefaultValue("1000") int burst) {

    private static final int MOST = 1_000_000;

    RateProperties {
        require(perSecond, "per-second");
        require(burst, "burst");
    }

    private static void require(int value, String name) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException("fort.web.rate-limit." + name + " must be between 1 and " + MOST);
        }
    }
}
