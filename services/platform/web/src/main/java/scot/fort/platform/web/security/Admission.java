package scot.fort.platform.web.security;

import java.time.Instant;
import java.util.Objects;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * For how long the caller is who they say they are. A controller whose answer goes on for long takes it as an argument,
 * and ends with it.
 *
 * @param until when the token runs out
 */
public record Admission(Instant until) {

    /** Of the request that this thread answers. */
    static Admission current() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authenticated) {
            return new Admission(Objects.requireNonNull(authenticated.getToken().getExpiresAt()));
        }
        throw new ProblemException(Problem.unauthorized());
    }
}
