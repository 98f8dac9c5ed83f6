package scot.fort.platform.messaging;

import org.jspecify.annotations.Nullable;
import scot.fort.events.common.EventMetadata;

/**
 * Who or what set a change in motion; goes into the metadata of every event of that change.
 *
 * @param actor a person, a client or, for a reaction to an event, the reacting service
 * @param organisation the actor's organisation, from the token
 * @param correlationId the same through all that one request set in motion
 * @param causationId the event that was reacted to
 * @param traceparent W3C trace context, handed on as a record header
 */
public record Cause(
        String actor,
        String organisation,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    private static final String FORT = "fort";

    /** The cause of what a service does by itself. */
    public static Cause of(String service, Ids ids) {
        return new Cause(service, FORT, ids.next(), null, null);
    }

    /** The cause of what a service does in reaction to an event. */
    public static Cause reactionOf(String service, EventMetadata event, @Nullable String traceparent) {
        return new Cause(service, FORT, event.getCorrelationId(), event.getEventId(), traceparent);
    }
}
