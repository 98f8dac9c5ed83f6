package scot.fort.platform.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a while whose signature was found right, since an integration sends the same token with each of a thousand
 * requests and the signature is the dearest part of looking at it. What it claims, its end above all, is looked at every
 * time. A key that the issuer has withdrawn counts for {@link #REMEMBERED} at most. Tokens themselves are not kept, but
 * digests of them.
 */
final class VerifiedTokens implements JwtDecoder {

    static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST = 2_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> claims;
    private final Cache<String, Jwt> verified;

    /**
     * @param decoder looks at all of a token
     * @param claims looks at what a token claims
     */
    VerifiedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> claims, Ticker ticker) {
        this.decoder = decoder;
        this.claims = claims;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        String digest = digest(token);
        Jwt known = verified.getIfPresent(digest);
        if (known == null) {
            Jwt found = decoder.decode(token);
            verified.put(digest, found);
            return found;
        }
        var result = claims.validate(known);
        if (result.hasErrors()) {
            throw new JwtValidationException("The token is not accepted any more", result.getErrors());
        }
        return known;
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
