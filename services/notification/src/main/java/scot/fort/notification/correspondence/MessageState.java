package scot.fort.notification.correspondence;

/** How far a message has come. */
public enum MessageState {
    /** To be sent, or to be sent again. */
    QUEUED,
    /** Taken over by the next mail server. */
    SENT,
    /** Every attempt failed; a person must act. */
    GIVEN_UP
}
