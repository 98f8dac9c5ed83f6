package scot.fort.allocation.allocation;

import org.jspecify.annotations.Nullable;

/**
 * What may be known of a child in clear.
 *
 * @param ref within the referral
 * @param ageYears whole years at receipt; none when not known, or unborn
 * @param ward none when not known
 */
public record Child(
        String ref,
        @Nullable Integer ageYears,
        boolean unborn,
        @Nullable String ward) {

    /** The age that a service's limits are held against; none when not known. */
    public @Nullable Integer ageForSupport() {
        return unborn ? Integer.valueOf(0) : ageYears;
    }
}
