package scot.fort.platform.web.rate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemWriter;
import scot.fort.platform.web.security.BehindAuthentication;
import scot.fort.platform.web.security.Caller;

/**
 * Refuses the requests of a client that sends too many: after the token is known to be good, since only then it is
 * known whose request it is, and before anything of the body is read. A stream or a batch is one request.
 */
final class RateFilter extends OncePerRequestFilter implements BehindAuthentication {

    private final Rates<Client> rates;
    private final RequestMatcher unlimited;
    private final ProblemWriter writer;

    /** @param subject two people of one organisation are two clients */
    record Client(String organisation, String subject) {}

    RateFilter(Rates<Client> rates, RequestMatcher unlimited, ProblemWriter writer) {
        this.rates = rates;
        this.unlimited = unlimited;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return unlimited.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var wait = Caller.known().map(this::take).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            writer.write(Problem.busy(wait), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Duration take(Caller caller) {
        return rates.take(new Client(caller.organisation(), caller.subject()));
    }
}
