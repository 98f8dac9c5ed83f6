package scot.fort.notification.correspondence;

import java.util.Set;

/** How far a message has come. */
public enum MessageState {
    /** To be sent, or to be sent again. */
    QUEUED,
    /** Taken over by the next mail server. */
    SENT,
    /** Every attempt failed; a person must act. */
    GIVEN_UP;

    /** What it may become. */
    public Set<MessageState> next() {
        return switch (this) {
            case QUEUED -> Set.of(SENT, GIVEN_UP);
            case GIVEN_UP -> Set.of(QUEUED);
            case SENT -> Set.of();
        };
    }
}
