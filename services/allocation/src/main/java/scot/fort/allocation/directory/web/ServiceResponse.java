package scot.fort.allocation.directory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.Profile;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;

/**
 * A service of the directory.
 *
 * @param available places not taken by families who came otherwise than through an offer
 * @param reserved those of them that offers hold
 * @param availability what is left to be offered
 */
record ServiceResponse(
        String id,
        String name,
        String status,
        @Nullable String providerOrganisation,
        List<SupportCode> supportCodes,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> wards,
        int maximum,
        int available,
        int reserved,
        int availability) {

    static ServiceResponse of(SupportService service) {
        Profile profile = service.profile();
        return new ServiceResponse(
                service.id(),
                profile.name(),
                profile.status(),
                profile.providerOrganisation(),
                profile.supportCodes(),
                profile.minimumAge(),
                profile.maximumAge(),
                profile.wards(),
                service.capacity().maximum(),
                service.capacity().available(),
                service.reserved().size(),
                service.room());
    }
}
