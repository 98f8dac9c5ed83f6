package scot.fort.platform.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever leaves a controller, or keeps a request from reaching one, into a problem. It stands before Spring's
 * own resolvers, and unlike an advice it does not depend on a matching handler or on what the client accepts.
 */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private final ProblemMapper mapper;
    private final ProblemWriter writer;

    ProblemResolver(ProblemMapper mapper, ProblemWriter writer) {
        this.mapper = mapper;
        this.writer = writer;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (GoneClient.isCauseOf(fault)) {
            return new ModelAndView();
        }
        try {
            writer.write(mapper.of(fault), request, response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
