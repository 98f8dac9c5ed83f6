package scot.fort.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTests {

    private static final Instant END = Instant.parse("2026-03-02T09:30:00Z");

    private final AtomicInteger verifications = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private Instant now = END.minusSeconds(600);

    private final VerifiedTokens tokens = new VerifiedTokens(
            token -> {
                verifications.incrementAndGet();
                if (token.endsWith("forged")) {
                    throw new BadJwtException("signature");
                }
                return Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .expiresAt(END)
                        .build();
            },
            jwt -> now.isBefore(END)
                    ? OAuth2TokenValidatorResult.success()
                    : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token")),
            nanos::get);

    @Test
    void verifiesASignatureOnceForAWhileAndThenAgain() {
        tokens.decode("first");
        tokens.decode("first");
        tokens.decode("second");
        assertThat(verifications).hasValue(2);

        nanos.addAndGet(Duration.ofSeconds(61).toNanos());
        tokens.decode("first");
        assertThat(verifications).hasValue(3);
    }

    @Test
    void refusesAKnownTokenOnceItsTimeIsOver() {
        tokens.decode("first");
        now = END;

        assertThatThrownBy(() -> tokens.decode("first")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void remembersNothingOfATokenThatWasRefused() {
        assertThatThrownBy(() -> tokens.decode("a.b.forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("a.b.forged")).isInstanceOf(BadJwtException.class);

        assertThat(verifications).hasValue(2);
    }
}
