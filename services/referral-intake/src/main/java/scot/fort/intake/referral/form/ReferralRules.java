package scot.fort.intake.referral.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.body.Checked;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a referral, and of what is added to it, that no schema can tell: those that compare members with each other
 * or with the clock. They run on whatever part of a body is well-formed, so that one answer holds all faults.
 */
public final class ReferralRules {

    /** Days begin and end here. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final int MOST_EXTENSION_BYTES = 8 * 1024;

    private final Set<String> wards;
    private final Clock clock;

    /** @param wards the codes of the configuration */
    public ReferralRules(Set<String> wards, Clock clock) {
        this.wards = Set.copyOf(wards);
        this.clock = clock;
    }

    /** Of a referral. */
    public Findings ofReferral(Checked<ReferralForm> checked) {
        Findings findings = Findings.none();
        JsonNode body = tree(checked);
        if (body != null && body.isObject()) {
            referral(Place.root(body), findings);
        }
        return findings;
    }

    /** Of information with its corrections, as far as they can be judged without what was sent first. */
    public Findings ofInformation(Checked<InformationRequest> checked) {
        Findings findings = Findings.none();
        JsonNode body = tree(checked);
        if (body != null) {
            ChildRules rules = childRules(findings);
            Place corrections = Place.root(body).member("corrections");
            unique(List.of(corrections), findings);
            corrections.items().forEach(rules::checkDatesAndIdentifiers);
        }
        return findings;
    }

    /** Of a change of consent. */
    public Findings ofConsent(Checked<ConsentRequest> checked) {
        Findings findings = Findings.none();
        JsonNode body = tree(checked);
        if (body != null) {
            notInTheFuture(Place.root(body).member("at"), findings);
        }
        return findings;
    }

    /** Whether a CHI, if there is one, and a date of birth, if it is known, can be of the same child. */
    public static boolean chiAgrees(@Nullable String chi, @Nullable LocalDate birth) {
        return chi == null || birth == null || new Chi(chi).agreesWith(birth);
    }

    private void referral(Place form, Findings findings) {
        Place children = form.member("children");
        Set<String> people = unique(List.of(children, form.member("adults")), findings);
        ChildRules rules = childRules(findings);
        children.items().forEach(rules::check);
        concerns(form, people, findings);
        consent(form, people, findings);
        notInTheFuture(form.member("occurredAt"), findings);
        Place extensions = form.member("extensions");
        if (extensions.isThere()
                && extensions.node().toString().getBytes(StandardCharsets.UTF_8).length > MOST_EXTENSION_BYTES) {
            findings.fault(extensions, "too-large", "May have at most " + MOST_EXTENSION_BYTES + " bytes.");
        }
    }

    private static void concerns(Place form, Set<String> people, Findings findings) {
        Place concerns = form.member("concerns");
        if (concerns.isEmptyList()) {
            if (form.member("lane").is("CHILD_PROTECTION_CONCERN")) {
                findings.fault(concerns, "required", "A concern about a child needs at least one concern.");
            } else if (form.member("supportRequested").isEmptyList()) {
                findings.fault(form, "required", "At least one concern or one support asked for is required.");
            }
        }
        concerns.items().forEach(concern -> resolves(concern.member("about"), people, findings));
    }

    private void consent(Place form, Set<String> people, Findings findings) {
        Place basis = form.member("lawfulBasis");
        Place consent = basis.member("consent");
        if (form.member("lane").is("FAMILY_SUPPORT")
                && basis.member("article6").is("CONSENT")
                && !consent.member("given").node().asBoolean(false)) {
            findings.fault(basis, "consent-required", "Support on the basis of consent needs consent that is given.");
        }
        resolves(consent.member("by"), people, findings);
        notInTheFuture(consent.member("at"), findings);
    }

    /** The references of all the people in these lists, each of which must be used once. */
    private static Set<String> unique(List<Place> lists, Findings findings) {
        Set<String> refs = new HashSet<>();
        for (Place list : lists) {
            boolean repeated = false;
            for (Place person : list.items()) {
                repeated |= person.member("ref")
                        .text()
                        .filter(ref -> !refs.add(ref))
                        .isPresent();
            }
            if (repeated) {
                findings.fault(list, "duplicate", "Each ref may be used once, over children and adults.");
            }
        }
        return refs;
    }

    private static void resolves(Place reference, Set<String> people, Findings findings) {
        if (reference.text().filter(ref -> !people.contains(ref)).isPresent()) {
            findings.fault(reference, "unresolved-ref", "Must be the ref of a child or an adult of this referral.");
        }
    }

    private void notInTheFuture(Place place, Findings findings) {
        Instant now = clock.instant();
        if (place.time().filter(time -> time.isAfter(now)).isPresent()) {
            findings.fault(place, "in-the-future", "Must not be in the future.");
        }
    }

    private ChildRules childRules(Findings findings) {
        return new ChildRules(wards, LocalDate.ofInstant(clock.instant(), ZONE), findings);
    }

    /** A body as far as it is JSON. */
    public static @Nullable JsonNode tree(Checked<?> checked) {
        return switch (checked) {
            case Checked.Valid<?>(var value, JsonNode tree) -> tree;
            case Checked.Invalid<?>(var problem, var tree) -> tree;
        };
    }
}
