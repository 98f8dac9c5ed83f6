package scot.fort.platform.messaging.consume;

/** Why an operator lets a referral go on without an event. */
public enum DiscardReason {
    /** Its bytes are no event, and will not become one. */
    UNREADABLE,
    /** A later event, or a command, has made good what it said. */
    SUPERSEDED,
    /** Another event has said the same. */
    DUPLICATE_OF_ANOTHER,
    /** It was never about a real referral. */
    TEST_DATA,
    /** What the parked event waits for never came: the missing are given up, and the parked event is applied. */
    NEVER_CAME,
    OTHER
}
