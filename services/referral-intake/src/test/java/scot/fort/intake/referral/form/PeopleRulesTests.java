package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.intake.referral.SyntheticReferrals.aReferral;
import static scot.fort.intake.referral.SyntheticReferrals.child;
import static scot.fort.intake.referral.SyntheticReferrals.concern;
import static scot.fort.intake.referral.SyntheticReferrals.consent;
import static scot.fort.intake.referral.form.Judge.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** References to people, and the numbers they are known by. */
class PeopleRulesTests {

    @Test
    void takesEachRefOnceOverChildrenAndAdults() {
        ObjectNode referral = aReferral();
        referral.withArray("children").addObject().put("ref", "c1").put("ageEstimate", 3);
        assertThat(told(referral)).containsExactly("/children duplicate");

        ObjectNode mixed = aReferral();
        mixed.withArray("adults").addObject().put("ref", "c1");
        assertThat(told(mixed)).containsExactly("/adults duplicate");
    }

    @Test
    void resolvesReferences() {
        ObjectNode referral = aReferral();
        concern(referral).put("about", "c1");
        consent(referral).put("by", "c1");
        assertThat(told(referral)).isEmpty();

        concern(referral).put("about", "C1");
        consent(referral).put("by", "a2");
        assertThat(told(referral))
                .containsExactlyInAnyOrder(
                        "/concerns/0/about unresolved-ref", "/lawfulBasis/consent/by unresolved-ref");
    }

    /** Whoever mends the one fault must not have read of others that were none. */
    @Test
    void tellsOfNoReferencesWherePeopleCannotBeRead() {
        ObjectNode listless = aReferral().put("adults", "a1");
        assertThat(told(listless)).containsExactly("/adults wrong-type");

        ObjectNode nameless = aReferral();
        ((ObjectNode) nameless.at("/adults/0")).remove("ref");
        assertThat(told(nameless)).containsExactly("/adults/0/ref required");

        ObjectNode numbered = aReferral();
        ((ObjectNode) numbered.at("/adults/0")).put("ref", 1);
        assertThat(told(numbered)).containsExactly("/adults/0/ref wrong-type");

        ObjectNode childless = aReferral();
        concern(childless).put("about", "c1");
        childless.remove("children");
        assertThat(told(childless)).containsExactly("/children required");
    }

    @Test
    void resolvesReferencesToPeopleOfWhomOtherThingsAreWrong() {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.at("/adults/0")).put("ref", "a 1").put("relationship", "COUSIN");
        concern(referral).remove("about");
        consent(referral).remove("by");
        assertThat(told(referral)).containsExactly("/adults/0/ref bad-format", "/adults/0/relationship unknown-code");

        ObjectNode sound = aReferral();
        ((ObjectNode) sound.at("/adults/0")).put("relationship", "COUSIN");
        assertThat(told(sound)).containsExactly("/adults/0/relationship unknown-code");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0105196282, 2019-05-01, FEMALE, -, -",
                "0105196282, 1919-05-01, FEMALE, -, -",
                "0105196282, 2019-05-02, FEMALE, disagrees, -",
                "0105196283, 2019-05-01, FEMALE, check-digit, -",
                "0105196282, 2019-05-01, MALE, -, disagrees",
                "0105196282, 2019-05-01, UNKNOWN, -, -",
                "0105196282, -, MALE, -, disagrees",
                "010519628, 2019-05-01, FEMALE, bad-format, -",
                "010519 6282, 2019-05-01, FEMALE, bad-format, -"
            })
    void judgesAChiByItselfAndByBirthAndSex(String chi, String birth, String sex, String fault, String warning) {
        ObjectNode referral = aReferral();
        child(referral)
                .put("chi", chi)
                .put("sex", sex)
                .put("dateOfBirth", birth)
                .put("ageEstimate", 7);

        assertThat(told(referral)).isEqualTo(fault == null ? List.of() : List.of("/children/0/chi " + fault));
        List<String> warned = Judge.told(Judge.warnings(referral));
        assertThat(warned.stream().filter(told -> told.startsWith("/children/0/chi")))
                .isEqualTo(warning == null ? List.of() : List.of("/children/0/chi " + warning));
    }

    @Test
    void warnsOfAChiBeforeBirth() {
        ObjectNode referral = aReferral();
        child(referral).remove("dateOfBirth");
        child(referral).put("expectedDateOfBirth", "2027-01-01").put("chi", "0105196282");

        assertThat(told(referral)).isEmpty();
        assertThat(Judge.told(Judge.warnings(referral))).containsExactly("/children/0/chi disagrees");
    }

    @Test
    void warnsOfTwoChildrenWithOneNumber() {
        ObjectNode referral = aReferral();
        child(referral)
                .put("dateOfBirth", "2019-05-01")
                .put("chi", "0105196282")
                .put("scn", "123456789");
        ObjectNode twin = referral.withArray("children").addObject().put("ref", "c2");
        twin.put("dateOfBirth", "2019-05-01").put("chi", "0105196282").put("scn", "123456789");
        assertThat(told(referral)).isEmpty();
        assertThat(Judge.told(Judge.warnings(referral)))
                .containsExactly("/children/1/chi duplicate", "/children/1/scn duplicate");

        twin.put("chi", "0105196290").put("scn", "123456780");
        assertThat(Judge.warnings(referral)).isEmpty();
    }
}
