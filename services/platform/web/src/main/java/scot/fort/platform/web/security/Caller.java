package scot.fort.platform.web.security;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Who calls, from the token and never from the body. A controller takes it as an argument.
 *
 * @param subject the person's id, or the client's name
 * @param organisation the organisation they act for
 * @param organisationType its kind, empty when the issuer does not say
 * @param roles all rights, implied ones included
 */
public record Caller(String subject, String organisation, String organisationType, Set<Role> roles) {

    static final String ORGANISATION = "org";
    private static final String ORGANISATION_TYPE = "org_type";
    static final String ROLES = "roles";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has this role, be it through another one. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Of the request that this thread answers. */
    static Caller current() {
        return known().orElseThrow(() -> new ProblemException(Problem.unauthorized()));
    }

    /** Of the request that this thread answers, when it has come with a valid token. */
    public static Optional<Caller> known() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authenticated
                ? Optional.of(of(authenticated.getToken()))
                : Optional.empty();
    }

    static Caller of(Jwt token) {
        var names = token.getClaims().get(ROLES) instanceof List<?> list ? list : List.of();
        var type = token.getClaims().get(ORGANISATION_TYPE);
        return new Caller(
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNull(token.getClaimAsString(ORGANISATION)),
                type instanceof String text ? text : "",
                Role.of(names));
    }
}
