package scot.fort.allocation.directory;

/** The places of a service are now as many as this. */
public record PlacesChanged(String serviceId, String providerOrganisation, int maximum, int available, int reserved) {}
