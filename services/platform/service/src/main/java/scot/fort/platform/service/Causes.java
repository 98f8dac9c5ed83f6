package scot.fort.platform.service;

import scot.fort.platform.messaging.Cause;
import scot.fort.platform.web.request.RequestContext;
import scot.fort.platform.web.security.Caller;

/** The cause of what a request sets in motion. */
public final class Causes {

    private Causes() {}

    public static Cause of(Caller caller, RequestContext context) {
        return new Cause(caller.subject(), caller.organisation(), context.correlationId(), null, context.traceparent());
    }
}
