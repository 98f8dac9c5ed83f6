package scot.fort.platform.web.security;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are accepted.
 *
 * @param issuer the OpenID Connect issuer; tokens must name exactly this one
 * @param audience the audience that a token must be meant for
 * @param timeout how long to wait for the issuer's keys before answering that the service is unavailable
 */
@ConfigurationProperties("fort.security")
record SecurityProperties(
        URI issuer,
        @DefaultValue("fort") String audience,
        @DefaultValue("2s") Duration timeout) {

    SecurityProperties {
        if (issuer == null || !issuer.isAbsolute()) {
            throw new IllegalArgumentException("fort.security.issuer must be an absolute URI");
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("fort.security.audience must not be blank");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("fort.security.timeout must be positive");
        }
    }
}
