package scot.fort.timeline.history.web;

import scot.fort.platform.service.Purpose;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/**
 * How much of a history a reader sees.
 *
 * @param texts what is sealed, opened
 * @param details codes and times, and who did it
 * @param purpose what they read it for
 */
record View(boolean texts, boolean details, Purpose purpose) {

    static View of(Caller caller) {
        boolean caseWork = caller.is(Role.SCREENER) || caller.is(Role.COORDINATOR);
        boolean audit = caller.is(Role.AUDITOR);
        return new View(
                caller.is(Role.SCREENER),
                caseWork || audit,
                caseWork ? Purpose.CASE_WORK : audit ? Purpose.AUDIT : Purpose.OVERSIGHT);
    }
}
