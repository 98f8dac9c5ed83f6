package scot.fort.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemMapper;
import scot.fort.platform.web.problem.ProblemWriter;

/** Answers what Spring Security refuses; never says why a token is not valid. */
final class SecurityRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemMapper mapper;
    private final ProblemWriter writer;

    SecurityRefusals(ProblemMapper mapper, ProblemWriter writer) {
        this.mapper = mapper;
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        var problem = refused instanceof InvalidBearerTokenException
                ? Problem.unauthorized().withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                : mapper.of(refused);
        writer.write(problem, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        writer.write(mapper.of(refused), request, response);
    }
}
