package scot.fort.platform.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import scot.fort.platform.web.problem.GoneClient;
import scot.fort.platform.web.problem.ProblemMapper;
import scot.fort.platform.web.problem.ProblemWriter;

/**
 * The outermost filter: gives the request its identifiers and the answer its headers, and sees to it that what any inner
 * filter throws is answered as a problem and never reaches the container, which would log it with its message.
 */
final class RequestContextFilter extends OncePerRequestFilter {

    private final Supplier<String> ids;
    private final ProblemMapper mapper;
    private final ProblemWriter writer;

    RequestContextFilter(Supplier<String> ids, ProblemMapper mapper, ProblemWriter writer) {
        this.ids = ids;
        this.mapper = mapper;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var identifiers = identifiersOf(request);
        identifiers.writeTo(response);
        SafetyHeaders.write(response, request.isSecure());
        MDC.put("requestId", identifiers.context().requestId());
        MDC.put("correlationId", identifiers.context().correlationId());
        try {
            chain.doFilter(request, response);
        } catch (Exception fault) {
            answer(fault, request, response);
        } finally {
            MDC.remove("requestId");
            MDC.remove("correlationId");
        }
    }

    /** An error page is part of the request whose error it tells of. */
    private Identifiers identifiersOf(HttpServletRequest request) {
        if (request.getAttribute(Identifiers.class.getName()) instanceof Identifiers known) {
            return known;
        }
        var identifiers = Identifiers.of(request, ids);
        request.setAttribute(Identifiers.class.getName(), identifiers);
        request.setAttribute(RequestContext.ATTRIBUTE, identifiers.context());
        return identifiers;
    }

    private void answer(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!GoneClient.isCauseOf(fault)) {
            var cause = fault instanceof ServletException && fault.getCause() != null ? fault.getCause() : fault;
            writer.write(mapper.of(cause), request, response);
        }
    }
}
