package scot.fort.platform.service;

/** What a record is read for. */
public enum Purpose {
    CASE_WORK,
    AUDIT,
    /** Of how the system works, not of one case. */
    OVERSIGHT
}
