package scot.fort.triage.screening.web;

import java.time.Instant;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** For whom, and as of when, an answer is made. */
record Reader(String subject, boolean isManager, Instant at) {

    static Reader of(Caller caller, Instant at) {
        return new Reader(caller.subject(), caller.is(Role.SCREENING_MANAGER), at);
    }
}
