package scot.fort.platform.web.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a request. What the sender calls it is given back to the sender as it came, and goes into logs and events only if it
 * has the form of a random id: a UUID, a W3C trace id or a ULID. Anything else could be the name of a child; such a request
 * goes by an id that is made here, which the answer tells in {@value #LOG_ID}.
 *
 * @param context what logs and events know
 * @param requestId what the answer's {@code X-Request-Id} says
 * @param correlationId what the answer's {@code X-Correlation-Id} says
 */
record Identifiers(RequestContext context, String requestId, String correlationId) {

    private static final String LOG_ID = "X-Log-Id";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String CORRELATION_ID = "X-Correlation-Id";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern RANDOM = Pattern.compile(
            "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}" + "|[0-9a-fA-F]{32}" + "|[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    /** Reads the sender's headers. */
    static Identifiers of(HttpServletRequest request, Supplier<String> ids) {
        var requestId = header(request, REQUEST_ID, VISIBLE);
        var correlationId = header(request, CORRELATION_ID, VISIBLE);
        var logged = requestId.filter(Identifiers::isRandom).orElseGet(ids);
        var shown = requestId.orElse(logged);
        return new Identifiers(
                new RequestContext(
                        logged, correlationId.filter(Identifiers::isRandom).orElse(logged), traceparent(request)),
                shown,
                correlationId.orElse(shown));
    }

    /** Of a request of which nothing can be read. */
    static Identifiers made(Supplier<String> ids) {
        var id = ids.get();
        return new Identifiers(new RequestContext(id, id, null), id, id);
    }

    void writeTo(HttpServletResponse response) {
        response.setHeader(REQUEST_ID, requestId);
        response.setHeader(CORRELATION_ID, correlationId);
        response.setHeader(LOG_ID, context.requestId());
    }

    private static boolean isRandom(String id) {
        return RANDOM.matcher(id).matches();
    }

    private static @Nullable String traceparent(HttpServletRequest request) {
        return header(request, "traceparent", TRACEPARENT).orElse(null);
    }

    private static Optional<String> header(HttpServletRequest request, String name, Pattern form) {
        return Optional.ofNullable(request.getHeader(name))
                .filter(value -> form.matcher(value).matches());
    }
}
