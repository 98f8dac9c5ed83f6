package scot.fort.triage.screening;

import java.time.LocalDate;

/** A version of a policy that holds from a day on, until the next takes over. */
interface Dated {

    /** The first day. */
    LocalDate effectiveFrom();
}
