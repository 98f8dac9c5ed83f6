package scot.fort.allocation.allocation.web;

import java.util.Objects;
import scot.fort.allocation.allocation.Allocation;
import scot.fort.allocation.allocation.Offer;
import scot.fort.platform.service.Restriction;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/** Who sees what: coordinators all that is not restricted, a provider the offers made to it, restricted or not. */
final class Access {

    private Access() {}

    static boolean toAllocation(Allocation allocation, Caller caller) {
        return allocation.isOpened()
                && Restriction.allows(allocation.knownFamily().restricted(), caller);
    }

    static boolean toOffer(Allocation allocation, Offer offer, Caller caller) {
        return isOwn(offer, caller) || coordinates(caller) && toAllocation(allocation, caller);
    }

    static boolean isOwn(Offer offer, Caller caller) {
        return provides(caller) && Objects.equals(offer.providerOrganisation(), caller.organisation());
    }

    /** A screening manager may do what a coordinator does. */
    static boolean coordinates(Caller caller) {
        return caller.is(Role.COORDINATOR) || caller.is(Role.SCREENING_MANAGER);
    }

    private static boolean provides(Caller caller) {
        return caller.is(Role.PROVIDER_WORKER) || caller.is(Role.PROVIDER_MANAGER);
    }
}
