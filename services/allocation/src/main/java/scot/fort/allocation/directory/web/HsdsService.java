package scot.fort.allocation.directory.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What FORT reads of an HSDS 3.0 {@code service}; capacities are those of the 3.1 draft. */
record HsdsService(
        String id,
        String name,
        String status,
        @Nullable String email,
        @JsonProperty("minimum_age") @Nullable BigDecimal minimumAge,
        @JsonProperty("maximum_age") @Nullable BigDecimal maximumAge,
        @Nullable Organization organization,
        @JsonProperty("service_areas") @Nullable List<Area> areas,
        @Nullable List<ServiceCapacity> capacities,
        @Nullable List<Attribute> attributes) {

    record Organization(
            @JsonProperty("organization_identifiers") @Nullable List<Identifier> identifiers) {}

    record Identifier(
            @JsonProperty("identifier_scheme") @Nullable String scheme,
            @Nullable String identifier) {}

    record Area(@Nullable String name) {}

    /** @param maximum none said means that all there are is available */
    record ServiceCapacity(
            int available,
            @Nullable Integer maximum,
            OffsetDateTime updated,
            @Nullable Unit unit) {}

    record Unit(@Nullable String name) {}

    record Attribute(
            @JsonProperty("taxonomy_term") @Nullable TaxonomyTerm term) {}

    record TaxonomyTerm(@Nullable String code, @Nullable String taxonomy) {}
}
