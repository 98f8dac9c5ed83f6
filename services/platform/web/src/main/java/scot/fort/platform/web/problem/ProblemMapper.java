package scot.fort.platform.web.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says which problem a throwable, or a bare status, is to the caller. The one place that decides it. */
public final class ProblemMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int CAUSES = 10;

    private final List<ThrownRefusal> refusals;
    private final List<UnavailableFault> unavailable;

    ProblemMapper(List<ThrownRefusal> refusals, List<UnavailableFault> unavailable) {
        this.refusals = List.copyOf(refusals);
        this.unavailable = List.copyOf(unavailable);
    }

    /** The problem for a throwable; a defect is logged here, without its messages. */
    public Problem of(Throwable fault) {
        return switch (fault) {
            case ProblemException refused -> refused.problem();
            case RequestRejectedException ignored -> Problem.badRequest("The request was refused as unsafe.");
            case AuthenticationServiceException ignored -> unreachable(fault);
            case AuthenticationException ignored -> Problem.unauthorized();
            case AccessDeniedException ignored -> Problem.forbidden();
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case InvalidParameterException ignored -> Problem.badRequest("The parameters cannot be read.");
            case TypeMismatchException ignored -> Problem.badRequest("A value of the request has the wrong form.");
            case HttpMessageNotReadableException ignored -> Problem.malformedJson("The body cannot be read.");
            case MissingServletRequestParameterException missing ->
                Problem.invalid("/" + missing.getParameterName(), "required", "This parameter is required.");
            case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
            case HttpMediaTypeNotSupportedException media ->
                Problem.unsupportedMediaType(MediaType.toString(media.getSupportedMediaTypes()));
            case AsyncRequestTimeoutException ignored -> unreachable(fault);
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> refusal(fault).orElseGet(() -> isUnavailable(fault) ? unreachable(fault) : defect(fault));
        };
    }

    /** The problem for a status that something else than our own code has set. */
    public Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> Problem.unauthorized();
            case 403 -> Problem.forbidden();
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
            case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE);
            case 413 -> Problem.of(ProblemCode.TOO_LARGE);
            case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
            case 422 -> Problem.of(ProblemCode.INVALID);
            case 501, 505 -> Problem.of(ProblemCode.BAD_REQUEST);
            case 503 -> Problem.unavailable(RETRY_AFTER);
            default -> Problem.of(status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL);
        };
    }

    private Optional<Problem> refusal(Throwable fault) {
        return refusals.stream().flatMap(known -> known.of(fault).stream()).findFirst();
    }

    private boolean isUnavailable(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < CAUSES; depth++) {
            for (var known : unavailable) {
                if (known.matches(cause)) {
                    return true;
                }
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Problem unreachable(Throwable fault) {
        LOG.warn("A part is not available: {}", FaultSketch.classes(fault));
        return Problem.unavailable(RETRY_AFTER);
    }

    private static Problem defect(Throwable fault) {
        LOG.error("Answered 500: {}", FaultSketch.of(fault));
        return Problem.of(ProblemCode.INTERNAL);
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Problem.notFound();
        }
        return Problem.invalid("/" + mismatch.getName(), "wrong-type", "The value has the wrong form.");
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException method) {
        var problem = Problem.of(ProblemCode.METHOD_NOT_ALLOWED);
        var supported = supported(method);
        return supported == null ? problem : problem.withHeader("Allow", supported);
    }

    private static @Nullable String supported(HttpRequestMethodNotSupportedException method) {
        var methods = method.getSupportedHttpMethods();
        return methods == null
                ? null
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
