package scot.fort.allocation.directory;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the directory says of a service.
 *
 * @param status of HSDS: {@code active}, {@code inactive}, {@code defunct} or {@code temporarily closed}
 * @param email where the service hears of offers
 * @param providerOrganisation who answers offers, as its tokens name it; without one nothing can be offered
 * @param supportCodes in the order of their declaration
 * @param minimumAge in whole years; none excludes nobody
 * @param maximumAge in whole years, the last one included; none excludes nobody
 * @param wards served; none named means all
 */
public record Profile(
        String name,
        String status,
        @Nullable String email,
        @Nullable String providerOrganisation,
        List<SupportCode> supportCodes,
        @Nullable Integer minimumAge,
        @Nullable Integer maximumAge,
        List<String> wards) {

    public static final String ACTIVE = "active";

    public Profile {
        supportCodes = supportCodes.stream().distinct().sorted().toList();
        wards = wards.stream().distinct().sorted().toList();
    }

    public boolean isActive() {
        return status.equals(ACTIVE);
    }

    /** Whether somebody is there to answer an offer. */
    public boolean isOfferable() {
        return isActive() && providerOrganisation != null;
    }

    boolean isSameProviderAs(Profile other) {
        return Objects.equals(providerOrganisation, other.providerOrganisation);
    }

    public boolean takesAge(int years) {
        return (minimumAge == null || minimumAge <= years) && (maximumAge == null || years <= maximumAge);
    }

    public boolean servesWard(String ward) {
        return wards.isEmpty() || wards.contains(ward);
    }
}
