package scot.fort.openapi;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.body.CheckedBody;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.paging.PageQuery;
import scot.fort.platform.web.problem.ProblemCode;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Role;

/**
 * What the signature of a controller's method tells that springdoc does not know of.
 *
 * @param roles any of them suffices; empty where every caller may
 * @param body the record of the body, absent without one
 */
record OperationFacts(List<Role> roles, @Nullable MethodParameter body, List<MethodParameter> parameters) {

    static OperationFacts of(HandlerMethod method) {
        List<MethodParameter> parameters = List.of(method.getMethodParameters());
        return new OperationFacts(
                roles(method),
                parameters.stream()
                        .filter(parameter -> parameter.hasParameterAnnotation(CheckedBody.class))
                        .findFirst()
                        .orElse(null),
                parameters);
    }

    private static List<Role> roles(HandlerMethod method) {
        Allow own = method.getMethodAnnotation(Allow.class);
        Allow allow = own != null ? own : method.getBeanType().getAnnotation(Allow.class);
        if (allow == null) {
            throw new AssertionError(method + " may be called by nobody: it has no @Allow");
        }
        return allow.anyone() ? List.of() : List.of(allow.value());
    }

    /** The record whose JSON Schema the body must fit. */
    @Nullable Class<?> bodyType() {
        if (body == null) {
            return null;
        }
        return body.getParameterType() == Checked.class
                ? ResolvableType.forMethodParameter(body).getGeneric().toClass()
                : body.getParameterType();
    }

    boolean bodyIsRequired() {
        CheckedBody checked = body == null ? null : body.getParameterAnnotation(CheckedBody.class);
        return checked != null && !checked.optional();
    }

    boolean takesPages() {
        return takes(PageQuery.class);
    }

    boolean needsVersion() {
        return takes(IfMatch.class);
    }

    /** The refusals that follow from what the method takes and who may call it. */
    List<ProblemCode> problems() {
        return Arrays.stream(ProblemCode.values()).filter(this::mayAnswer).toList();
    }

    private boolean mayAnswer(ProblemCode code) {
        return switch (code) {
            case UNAUTHORIZED, INVALID, BUSY, INTERNAL, UNAVAILABLE -> true;
            case FORBIDDEN -> !roles.isEmpty();
            case NOT_FOUND -> has(PathVariable.class);
            case MALFORMED_JSON, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> body != null;
            case PRECONDITION_REQUIRED -> needsVersion();
            case STALE -> needsVersion() || honoursVersion();
            default -> false;
        };
    }

    private boolean honoursVersion() {
        return parameters.stream()
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(header -> header != null && header.name().equals(HttpHeaders.IF_MATCH));
    }

    private boolean takes(Class<?> type) {
        return parameters.stream().anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }
}
