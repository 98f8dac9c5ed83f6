package scot.fort.platform.messaging.aggregate;

/** An event that no broker would take. */
public final class EventTooLargeException extends RuntimeException {

    EventTooLargeException(String type, int bytes, int most) {
        super("%s has %d bytes, more than the %d that an event may have".formatted(type, bytes, most));
    }
}
