package scot.fort.platform.web.request;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;

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

    static RequestContext of(NativeWebRequest request) {
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof RequestContext context) {
            return context;
        }
        throw new IllegalStateException("The request has not passed the request context filter");
    }
}
