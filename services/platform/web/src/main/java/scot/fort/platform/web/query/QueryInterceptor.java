package scot.fort.platform.web.query;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import scot.fort.platform.web.problem.FieldFault;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Refuses, with 422 and before the body is read, parameters that would be passed over in silence: a {@code dryrun} that
 * was meant as {@code dryRun} would send for good, a filter that nobody reads would list everything.
 */
final class QueryInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && request.getQueryString() != null) {
            var faults = faults(request.getParameterMap(), TakenParameters.by(method));
            if (!faults.isEmpty()) {
                throw new ProblemException(Problem.invalid(faults));
            }
        }
        return true;
    }

    private static List<FieldFault> faults(Map<String, String[]> sent, TakenParameters taken) {
        return sent.entrySet().stream()
                .flatMap(parameter -> fault(parameter.getKey(), parameter.getValue().length, taken))
                .toList();
    }

    private static Stream<FieldFault> fault(String name, int times, TakenParameters taken) {
        var pointer = FieldFault.member("", name);
        if (!taken.has(name)) {
            return Stream.of(new FieldFault(pointer, "unknown-field", "This parameter is not known."));
        }
        return times > 1 && !taken.mayRepeat(name)
                ? Stream.of(new FieldFault(pointer, "duplicate", "This parameter may be given only once."))
                : Stream.of();
    }
}
