package scot.fort.allocation.directory.web;

import org.jspecify.annotations.Nullable;

/**
 * @param maximum places that there are
 * @param available those not taken by families who came otherwise than through an offer; none said means that as many
 *     as before are taken
 */
record CapacityRequest(int maximum, @Nullable Integer available) {}
