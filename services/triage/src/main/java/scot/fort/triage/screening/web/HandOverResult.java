package scot.fort.triage.screening.web;

/** What became of one screening of somebody who is away. */
enum HandOverResult {
    /** Another screener has it now. */
    HANDED_OVER,
    /** Anybody may claim it. */
    RETURNED_TO_QUEUE,
    /** The claim ended, or the screening did, before it could be handed over. */
    NO_LONGER_HELD,
    /** It is restricted, and the other screener may not see it; it stays where it is. */
    NOT_GRANTED,
    /** Others were changing it all the while; to be asked for again. */
    BUSY
}
