package scot.fort.triage.screening;

/** What is told of a clock that runs out, in the order in which it happens. */
public enum Alarm {
    /** Three quarters of the time are gone. */
    AT_RISK,
    /** The time is over. */
    BREACHED
}
