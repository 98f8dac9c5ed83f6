package scot.fort.platform.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/** Enforces {@link Allow}, before arguments are resolved: a caller without the right learns nothing about the body. */
final class AllowInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && !allowed(method)) {
            throw new ProblemException(Problem.forbidden());
        }
        return true;
    }

    private static boolean allowed(HandlerMethod method) {
        var allow = annotation(method);
        if (allow == null) {
            return false;
        }
        return allow.anyone()
                || Arrays.stream(allow.value()).anyMatch(Caller.current().roles()::contains);
    }

    private static @Nullable Allow annotation(HandlerMethod method) {
        var own = method.getMethodAnnotation(Allow.class);
        return own != null ? own : method.getBeanType().getAnnotation(Allow.class);
    }
}
