package scot.fort.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * The token in the {@code Authorization} header, RFC 6750 section 2.1, and nowhere else. The resolver that Spring brings
 * looks into the parameters too, and matches each token with a regular expression, which costs more than all that is done
 * with a token that is known already.
 */
final class BearerToken implements BearerTokenResolver {

    private static final String SCHEME = "Bearer ";

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String token = header.substring(SCHEME.length());
        if (!isWellFormed(token)) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("The token is malformed"));
        }
        return token;
    }

    /** The {@code b64token} of the RFC: letters, digits and {@code -._~+/}, then equals signs. */
    private static boolean isWellFormed(String token) {
        int end = token.length();
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        for (int index = 0; index < end; index++) {
            if (!isOfToken(token.charAt(index))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isOfToken(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || "-._~+/".indexOf(letter) >= 0;
    }
}
