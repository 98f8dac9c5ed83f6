package scot.fort.intake.referral.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.reference.CodeSet;
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

    private final CodeSet wards;
    private final Clock clock;

    /** @param wards that an address may name while they are effective */
    public ReferralRules(CodeSet wards, Clock clock) {
        this.wards = wards;
        this.clock = clock;
    }

    /** Of a referral. */
    public Findings ofReferral(Checked<ReferralForm> checked) {
        Findings findings = Findings.none();
        JsonNode body = checked.tree();
        if (body != null && body.isObject()) {
            referral(Place.root(body), findings);
        }
        return findings;
    }

    /** Of information with its corrections, as far as they can be judged without what was sent first. */
    public Findings ofInformation(Checked<InformationRequest> checked) {
        Findings findings = Findings.none();
        JsonNode body = checked.tree();
        if (body != null) {
            ChildRules rules = new ChildRules(wards, TimeRules.at(clock, ZONE), findings);
            Place corrections = Place.root(body).member("corrections");
            eachRefOnce(List.of(corrections), findings);
            corrections.items().forEach(rules::checkDatesAndIdentifiers);
        }
        return findings;
    }

    /** Of a change of consent. */
    public Findings ofConsent(Checked<ConsentRequest> checked) {
        Findings findings = Findings.none();
        JsonNode body = checked.tree();
        if (body != null) {
            TimeRules.at(clock, ZONE).past(Place.root(body).member("at"), findings);
        }
        return findings;
    }

    /** Whether a CHI, if there is one, and a date of birth, if it is known, can be of the same child. */
    public static boolean chiAgrees(@Nullable String chi, @Nullable LocalDate birth) {
        return chi == null || birth == null || new Chi(chi).agreesWith(birth);
    }

    private void referral(Place form, Findings findings) {
        Place children = form.member("children");
        Place adults = form.member("adults");
        eachRefOnce(List.of(children, adults), findings);
        People people = People.of(children, adults);
        TimeRules times = TimeRules.at(clock, ZONE);
        new ChildRules(wards, times, findings).check(children);
        concerns(form, people, findings);
        consent(form, people, findings);
        times.past(form.member("lawfulBasis").member("consent").member("at"), findings);
        times.past(form.member("occurredAt"), findings);
        extensions(form.member("extensions"), findings);
    }

    private static void concerns(Place form, People people, Findings findings) {
        Place concerns = form.member("concerns");
        if (concerns.isEmptyList()) {
            if (form.member("lane").is("CHILD_PROTECTION_CONCERN")) {
                findings.fault(concerns, RuleCode.REQUIRED, "A concern about a child needs at least one concern.");
            } else if (form.member("supportRequested").isEmptyList()) {
                findings.fault(form, RuleCode.REQUIRED, "At least one concern or one support asked for is required.");
            }
        }
        concerns.items().forEach(concern -> people.resolve(concern.member("about"), findings));
    }

    /** Where support rests on consent, both the basis that does not hold and the member that would make it hold are named. */
    private static void consent(Place form, People people, Findings findings) {
        Place basis = form.member("lawfulBasis");
        Place consent = basis.member("consent");
        Place given = consent.member("given");
        people.resolve(consent.member("by"), findings);
        boolean restsOnConsent = form.member("lane").is("FAMILY_SUPPORT")
                && basis.member("article6").is("CONSENT");
        if (restsOnConsent && (!consent.isThere() || given.isFalse())) {
            String message = "Support on the basis of consent needs consent that is given.";
            findings.fault(basis, RuleCode.CONSENT_REQUIRED, message);
            if (consent.isThere()) {
                findings.fault(given, RuleCode.CONSENT_REQUIRED, message);
            } else {
                findings.fault(consent, RuleCode.REQUIRED, message);
            }
        }
    }

    /** Measured as UTF-8 of the JSON without white space between its parts, texts in their one form. */
    private static void extensions(Place extensions, Findings findings) {
        if (extensions.isThere()
                && extensions.node().toString().getBytes(StandardCharsets.UTF_8).length > MOST_EXTENSION_BYTES) {
            findings.fault(extensions, RuleCode.TOO_LARGE, "May have at most " + MOST_EXTENSION_BYTES + " bytes.");
        }
    }

    private static void eachRefOnce(List<Place> lists, Findings findings) {
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
                findings.fault(list, RuleCode.DUPLICATE, "Each ref may be used once, over children and adults.");
            }
        }
    }
}
