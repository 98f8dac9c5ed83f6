package scot.fort.allocation.allocation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import scot.fort.allocation.directory.Profile;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;

/**
 * Which services fit a family, and which fits best. A service fits when somebody there can be asked, when it gives some
 * of the support decided on, and when it takes at least one of the children by age and ward; what is not known of a child
 * or not said of a service excludes nobody, and an unborn child counts as aged 0. The children are those whom a search
 * is for: who has support already needs none. Best is who gives more of the support,
 * then who takes more of the children, then who has more room.
 */
public final class Matching {

    private static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate, Boolean>comparing(
                    Candidate::eligible)
            .reversed()
            .thenComparing(candidate -> candidate.supports().size(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.children().size(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.service().room(), Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.service().id());

    private Matching() {}

    /**
     * A service held against a family.
     *
     * @param supports what of the support decided on it gives
     * @param children whom of them it takes
     * @param reasons why it fits or does not, as sentences for a coordinator
     */
    public record Candidate(
            SupportService service,
            boolean eligible,
            List<SupportCode> supports,
            List<Child> children,
            List<String> reasons) {}

    /** All of the services, those that fit first and the best of them foremost. */
    public static List<Candidate> rank(Allocation allocation, Collection<SupportService> services) {
        return services.stream()
                .map(service -> candidate(allocation, service))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Candidate candidate(Allocation allocation, SupportService service) {
        Profile profile = service.profile();
        List<SupportCode> wanted = allocation.knownPlan().supportCodes();
        List<SupportCode> supports =
                wanted.stream().filter(profile.supportCodes()::contains).toList();
        List<Child> children = allocation.sought();
        List<Child> taken = taken(children, profile);
        List<String> reasons = new ArrayList<>();
        if (!profile.isActive()) {
            reasons.add("Is " + profile.status() + ".");
        }
        if (profile.providerOrganisation() == null) {
            reasons.add("Has no provider that can answer offers.");
        }
        reasons.add(
                supports.isEmpty()
                        ? "Gives none of the support decided on."
                        : "Gives " + supports.size() + " of " + wanted.size() + " kinds of support decided on: "
                                + String.join(
                                        ", ", supports.stream().map(Enum::name).toList()) + ".");
        if (taken.isEmpty()) {
            children.forEach(child -> reasons.add(whyNot(profile, child)));
        } else {
            reasons.add("Takes " + taken.size() + " of " + children.size() + " children by age and ward.");
        }
        if (service.room() == 0) {
            reasons.add("Has no room at present.");
        }
        allocation.offers().stream()
                .filter(offer -> offer.serviceId().equals(service.id()))
                .forEach(offer -> reasons.add("Has been offered before: " + offer.state() + "."));
        boolean eligible = profile.isOfferable() && !supports.isEmpty() && !taken.isEmpty();
        return new Candidate(service, eligible, supports, taken, reasons);
    }

    /** Those of the children whom a service takes by age and ward. */
    static List<Child> taken(List<Child> children, Profile profile) {
        return children.stream().filter(child -> takes(profile, child)).toList();
    }

    private static boolean takes(Profile profile, Child child) {
        return fitsAge(profile, child) && fitsWard(profile, child);
    }

    private static boolean fitsAge(Profile profile, Child child) {
        Integer age = child.ageForSupport();
        return age == null || profile.takesAge(age);
    }

    private static boolean fitsWard(Profile profile, Child child) {
        String ward = child.ward();
        return ward == null || profile.servesWard(ward);
    }

    private static String whyNot(Profile profile, Child child) {
        List<String> limits = new ArrayList<>();
        if (!fitsAge(profile, child)) {
            limits.add("age");
        }
        if (!fitsWard(profile, child)) {
            limits.add("ward");
        }
        return "Does not take child " + child.ref() + " by " + String.join(" and ", limits) + ".";
    }
}
