package scot.fort.platform.web.request;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/**
 * The headers of every answer, whoever makes it: nothing of it is kept, guessed at, framed, or loaded from elsewhere. They
 * are set before anything else is done, so that a refusal by the container or by the firewall has them too.
 */
final class SafetyHeaders {

    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY");

    private static final String TRANSPORT = "Strict-Transport-Security";
    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";

    private SafetyHeaders() {}

    /** @param overTls whether the caller came by TLS; over plain HTTP the demand for it would mean nothing */
    static void write(HttpServletResponse response, boolean overTls) {
        ALWAYS.forEach(response::setHeader);
        if (overTls) {
            response.setHeader(TRANSPORT, ONE_YEAR);
        }
    }
}
