package scot.fort.allocation.directory.web;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.directory.Capacity;
import scot.fort.allocation.directory.Profile;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.web.HsdsService.ServiceCapacity;
import scot.fort.allocation.directory.web.HsdsService.TaxonomyTerm;
import scot.fort.platform.web.problem.FieldFault;

/** Reads an HSDS service as one that FORT can offer, and finds the faults that no schema can. */
final class ReadService {

    /** Scheme of the identifier by which the provider's tokens name its organisation. */
    private static final String CLIENT = "fort-client";

    /** Taxonomy whose terms are codes of {@link SupportCode}. */
    private static final String SUPPORT = "fort-support";

    private static final String PLACES = "places";

    private final HsdsService service;

    ReadService(HsdsService service) {
        this.service = service;
    }

    String id() {
        return service.id().toLowerCase(Locale.ROOT);
    }

    /** All of them, with pointers into the service. */
    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        if (service.minimumAge() != null
                && service.maximumAge() != null
                && service.minimumAge().compareTo(service.maximumAge()) > 0) {
            faults.add(new FieldFault("/maximum_age", "out-of-range", "Is below the minimum age."));
        }
        List<ServiceCapacity> capacities = orEmpty(service.capacities());
        for (int index = 0; index < capacities.size(); index++) {
            Integer maximum = capacities.get(index).maximum();
            if (maximum != null && capacities.get(index).available() > maximum) {
                faults.add(new FieldFault(
                        "/capacities/" + index + "/available", "out-of-range", "Is more than the maximum."));
            }
        }
        List<HsdsService.Attribute> attributes = orEmpty(service.attributes());
        for (int index = 0; index < attributes.size(); index++) {
            TaxonomyTerm term = attributes.get(index).term();
            if (isSupport(term) && support(term).isEmpty()) {
                faults.add(new FieldFault(
                        "/attributes/" + index + "/taxonomy_term/code",
                        "unknown-code",
                        "Is no code of the taxonomy " + SUPPORT + "."));
            }
        }
        return faults;
    }

    Profile profile() {
        return new Profile(
                service.name(),
                service.status(),
                service.email(),
                provider(),
                orEmpty(service.attributes()).stream()
                        .map(HsdsService.Attribute::term)
                        .filter(ReadService::isSupport)
                        .flatMap(term -> support(term).stream())
                        .toList(),
                years(service.minimumAge()),
                years(service.maximumAge()),
                orEmpty(service.areas()).stream()
                        .map(HsdsService.Area::name)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Of what it counts in places, or else the first that it states. */
    Optional<Capacity> capacity() {
        List<ServiceCapacity> capacities = orEmpty(service.capacities());
        return capacities.stream()
                .filter(ReadService::countsPlaces)
                .findFirst()
                .or(() -> capacities.stream().findFirst())
                .map(stated -> new Capacity(
                        Objects.requireNonNullElse(stated.maximum(), stated.available()),
                        stated.available(),
                        stated.updated().toInstant().truncatedTo(ChronoUnit.MILLIS)));
    }

    private @Nullable String provider() {
        return Stream.ofNullable(service.organization())
                .flatMap(organization -> orEmpty(organization.identifiers()).stream())
                .filter(identifier -> CLIENT.equals(identifier.scheme()))
                .map(HsdsService.Identifier::identifier)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean countsPlaces(ServiceCapacity capacity) {
        return capacity.unit() != null
                && PLACES.equalsIgnoreCase(capacity.unit().name());
    }

    private static boolean isSupport(@Nullable TaxonomyTerm term) {
        return term != null && SUPPORT.equals(term.taxonomy());
    }

    private static Optional<SupportCode> support(@Nullable TaxonomyTerm term) {
        return Arrays.stream(SupportCode.values())
                .filter(code -> term != null && code.name().equals(term.code()))
                .findFirst();
    }

    private static @Nullable Integer years(@Nullable BigDecimal age) {
        return age == null ? null : age.intValue();
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
