package scot.fort.platform.web.request;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What ties a request to its log lines and to the events it causes. A controller takes it as an argument.
 *
 * @param requestId of this request: the sender's, or made here
 * @param correlationId of the piece of work it belongs to: the sender's, or the request's id
 * @param traceparent W3C trace context, when the sender has one
 */
public record RequestContext(
        String requestId, String correlationId, @Nullable String traceparent) {

    static final String ATTRIBUTE = RequestContext.class.getName();

    /** The context of a request that has passed the filter. */
    public static RequestContext of(HttpServletRequest request) {
        return checked(request.getAttribute(ATTRIBUTE));
    }

    /** The context of the request that the current thread works on, where no argument reaches. */
    public static RequestContext current() {
        return checked(RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
    }

    private static RequestContext checked(@Nullable Object attribute) {
        if (attribute instanceof RequestContext context) {
            return context;
        }
        throw new IllegalStateException("The request has not passed the request context filter");
    }
}
