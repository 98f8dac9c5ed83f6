package scot.fort.platform.service;

import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/**
 * Who may see a restricted referral (staff family, witness protection): the one place that decides it, for items, lists,
 * searches and feeds alike. A screening manager has a standing grant; an auditor must be able to account for every case.
 */
public final class Restriction {

    private Restriction() {}

    public static boolean allows(boolean restricted, Caller caller) {
        return !restricted || seesRestricted(caller);
    }

    /** For a query that must leave out what its reader may not see. */
    public static boolean seesRestricted(Caller caller) {
        return caller.is(Role.SCREENING_MANAGER) || caller.is(Role.AUDITOR);
    }
}
