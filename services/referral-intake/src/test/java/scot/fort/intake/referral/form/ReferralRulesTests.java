package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.intake.referral.SyntheticReferrals.aReferral;
import static scot.fort.intake.referral.SyntheticReferrals.child;
import static scot.fort.intake.referral.SyntheticReferrals.concern;
import static scot.fort.intake.referral.SyntheticReferrals.consent;
import static scot.fort.intake.referral.form.Judge.faults;
import static scot.fort.intake.referral.form.Judge.told;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReferralRulesTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void acceptsTheReferralOfTheContract() {
        assertThat(faults(aReferral())).isEmpty();
    }

    /** One answer holds what the schema finds and what the rules find, also of a body that is wrong in many ways. */
    @Test
    void tellsAllFaultsAtOnce() {
        ObjectNode referral = aReferral();
        referral.put("lane", "URGENT");
        referral.remove("narrative");
        referral.put("sneaky", 1);
        referral.put("occurredAt", "2027-01-01T00:00:00Z");
        child(referral)
                .put("chi", "0903150007")
                .put("dateOfBirth", "2026-12-01")
                .put("sex", 7);
        child(referral).withObject("address").put("ward", "ATLANTIS");
        concern(referral).put("about", "a9");
        referral.withObject("referrer").put("email", "nobody").put("phone", "no");

        assertThat(told(referral))
                .containsExactlyInAnyOrder(
                        "/lane unknown-code",
                        "/narrative required",
                        "/sneaky unknown-field",
                        "/occurredAt in-the-future",
                        "/children/0/chi check-digit",
                        "/children/0/dateOfBirth in-the-future",
                        "/children/0/sex wrong-type",
                        "/children/0/address/ward unknown-code",
                        "/concerns/0/about unresolved-ref",
                        "/referrer/email bad-format",
                        "/referrer/phone bad-format");
    }

    @Test
    void takesBodiesThatAreNoReferralAtAll() {
        assertThat(codes(JSON.readTree("[]"))).containsExactly("wrong-type");
        assertThat(codes(JSON.readTree("{}"))).contains("required").doesNotContain("defect");
        assertThat(codes(JSON.readTree("{\"children\": {\"ref\": []}, \"concerns\": [7], \"lawfulBasis\": 3}")))
                .contains("wrong-type", "required");
    }

    @Test
    void repeatsNothingOfWhatWasSent() {
        ObjectNode referral = aReferral();
        child(referral)
                .put("chi", "Zyxplanted")
                .put("dateOfBirth", "Zyxplanted")
                .put("ageEstimate", "Zyxplanted");
        referral.withObject("referrer").put("email", "Zyxplanted");

        assertThat(faults(referral)).hasSize(4).noneMatch(fault -> fault.message()
                .contains("Zyxplanted"));
    }

    @Test
    void asksForSomethingThatTellsTheAge() {
        ObjectNode referral = aReferral();
        child(referral).remove(List.of("dateOfBirth", "expectedDateOfBirth", "ageEstimate"));
        assertThat(pointers(referral)).containsExactly("/children/0");

        child(referral).put("ageEstimate", 0);
        assertThat(faults(referral)).isEmpty();

        child(referral).remove("ageEstimate");
        child(referral).put("expectedDateOfBirth", "2027-01-01");
        assertThat(faults(referral)).isEmpty();
    }

    @Test
    void asksForConsentOnlyWhereSupportRestsOnIt() {
        ObjectNode referral = aReferral();
        referral.withObject("lawfulBasis").put("article6", "CONSENT");
        assertThat(faults(referral)).isEmpty();

        consent(referral).put("given", false);
        assertThat(told(referral))
                .containsExactly("/lawfulBasis consent-required", "/lawfulBasis/consent/given consent-required");

        consent(referral).remove("given");
        assertThat(told(referral)).containsExactly("/lawfulBasis/consent/given required");

        consent(referral).put("given", "true");
        assertThat(told(referral)).containsExactly("/lawfulBasis/consent/given wrong-type");

        referral.withObject("lawfulBasis").remove("consent");
        assertThat(told(referral)).containsExactly("/lawfulBasis consent-required", "/lawfulBasis/consent required");

        referral.put("lane", "CHILD_PROTECTION_CONCERN");
        assertThat(faults(referral)).isEmpty();
    }

    @Test
    void asksForAConcernOrASupport() {
        ObjectNode referral = aReferral();
        referral.remove("concerns");
        assertThat(faults(referral)).isEmpty();

        referral.withArray("supportRequested").removeAll();
        assertThat(pointers(referral)).containsExactly("");

        referral.put("lane", "CHILD_PROTECTION_CONCERN");
        assertThat(pointers(referral)).containsExactly("/concerns");
    }

    /** A client that compares two answers must not see differences that are none. */
    @Test
    void tellsTheSameFaultsInTheSameOrderAndEachPlaceOnce() {
        ObjectNode referral = aReferral().put("lane", 7).put("sneaky", 1).put("occurredAt", "soon");
        referral.withObject("referrer").put("phone", "no").put("email", "no");
        child(referral).put("chi", "1").put("dateOfBirth", "2030-01-01");
        referral.withArray("concerns").addObject().put("about", "a9");

        List<String> told = told(referral);

        assertThat(told).isEqualTo(told(referral.deepCopy()));
        assertThat(pointers(referral)).doesNotHaveDuplicates().hasSizeGreaterThan(8);
    }

    @Test
    void keepsConsentThatIsSentWithAConcern() {
        ObjectNode referral = aReferral().put("lane", "CHILD_PROTECTION_CONCERN");
        consent(referral).put("given", false);
        assertThat(faults(referral)).isEmpty();

        ReferralForm form = JSON.treeToValue(referral, ReferralForm.class);

        assertThat(form.particulars(LocalDate.parse("2026-11-25")).lawfulBasis().consentGiven())
                .isFalse();
    }

    private static List<String> pointers(JsonNode body) {
        return faults(body).stream().map(FieldFault::pointer).toList();
    }

    private static List<String> codes(JsonNode body) {
        return faults(body).stream().map(FieldFault::code).toList();
    }
}
