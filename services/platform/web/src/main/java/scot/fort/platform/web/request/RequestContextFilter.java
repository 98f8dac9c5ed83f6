package scot.fort.platform.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import scot.fort.platform.web.problem.GoneClient;
import scot.fort.platform.web.problem.ProblemMapper;
import scot.fort.platform.web.problem.ProblemWriter;

/**
 * The outermost filter: gives the request its identifiers, and sees to it that what any inner filter throws is
 * answered as a problem and never reaches the container, which would log it with its message.
 */
final class RequestContextFilter extends OncePerRequestFilter {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String CORRELATION_ID = "X-Correlation-Id";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final Supplier<String> ids;
    private final ProblemMapper mapper;
    private final ProblemWriter writer;

    RequestContextFilter(Supplier<String> ids, ProblemMapper mapper, ProblemWriter writer) {
        this.ids = ids;
        this.mapper = mapper;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var context = contextOf(request);
        request.setAttribute(RequestContext.ATTRIBUTE, context);
        response.setHeader(REQUEST_ID, context.requestId());
        response.setHeader(CORRELATION_ID, context.correlationId());
        MDC.put("requestId", context.requestId());
        MDC.put("correlationId", context.correlationId());
        try {
            chain.doFilter(request, response);
        } catch (Exception fault) {
            answer(fault, request, response);
        } finally {
            MDC.remove("requestId");
            MDC.remove("correlationId");
        }
    }

    private void answer(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!GoneClient.isCauseOf(fault)) {
            var cause = fault instanceof ServletException && fault.getCause() != null ? fault.getCause() : fault;
            writer.write(mapper.of(cause), request, response);
        }
    }

    private RequestContext contextOf(HttpServletRequest request) {
        var requestId = accepted(request, REQUEST_ID, VISIBLE);
        if (requestId == null) {
            requestId = ids.get();
        }
        var correlationId = accepted(request, CORRELATION_ID, VISIBLE);
        return new RequestContext(
                requestId,
                correlationId == null ? requestId : correlationId,
                accepted(request, "traceparent", TRACEPARENT));
    }

    private static @Nullable String accepted(HttpServletRequest request, String header, Pattern form) {
        var value = request.getHeader(header);
        return value != null && form.matcher(value).matches() ? value : null;
    }
}
