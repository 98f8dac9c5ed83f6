package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.intake.referral.SyntheticReferrals.aReferral;
import static scot.fort.intake.referral.SyntheticReferrals.child;
import static scot.fort.intake.referral.form.Judge.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Names, texts, contacts and postcodes: what characters they may have, and how many. */
class WordingTests {

    private static final String CHILD_OF_FOUR_CODE_UNITS = "\uD83D\uDC76";

    /** A character is a Unicode code point, after accents were put together with their letters. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "e\u0301", CHILD_OF_FOUR_CODE_UNITS})
    void countsCharactersAsPeopleDo(String character) {
        ObjectNode referral = aReferral();
        child(referral).put("givenName", character.repeat(100));
        assertThat(told(referral)).isEmpty();

        child(referral).put("givenName", character.repeat(101));
        assertThat(told(referral)).containsExactly("/children/0/givenName too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mòrag", "O'Neill", "Zoë-Anne", "Łukasz", "محمد", "小龍", "Nic a’ Ghobhainn", "Jr."})
    void takesNamesAsTheyAre(String name) {
        ObjectNode referral = aReferral();
        child(referral).put("givenName", name).put("familyName", name).put("knownAs", name);

        assertThat(told(referral)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\tb", "a\u001bb", "a\u0085b", "a\uD83Db"})
    void refusesControlCharactersAndHalvesOfCharactersInNames(String name) {
        ObjectNode referral = aReferral();
        child(referral).put("givenName", name);

        assertThat(told(referral)).containsExactly("/children/0/givenName bad-format");
    }

    @Test
    void takesLinesAndTabsInLongTexts() {
        assertThat(told(aReferral().put("narrative", "First.\r\n\tSecond."))).isEmpty();
        assertThat(told(aReferral().put("narrative", "First.\u0007"))).containsExactly("/narrative bad-format");
    }

    @ParameterizedTest
    @CsvSource({"'', narrative", "/referrer, name", "/source, reference"})
    void refusesRequiredTextsInWhichNothingCanBeSeen(String parent, String member) {
        ObjectNode referral = aReferral();
        ObjectNode place = (ObjectNode) referral.at(parent);

        place.put(member, "");
        assertThat(told(referral)).containsExactly(parent + "/" + member + " too-short");
        place.put(member, "   ");
        assertThat(told(referral)).containsExactly(parent + "/" + member + " too-short");
        for (String unseen : List.of("\u200b", "\u00a0\u00a0", "\u2060\ufeff", "\u202e \u00ad")) {
            place.put(member, unseen);
            assertThat(told(referral)).containsExactly(parent + "/" + member + " bad-format");
        }
        place.put(member, "?");
        assertThat(told(referral)).isEmpty();
    }

    @Test
    void cutsWhiteSpaceAroundTextBeforeItCounts() {
        assertThat(told(aReferral().put("narrative", " \n" + "x".repeat(8000) + "\n ")))
                .isEmpty();
        assertThat(told(aReferral().put("narrative", "x".repeat(8001)))).containsExactly("/narrative too-long");
        assertThat(told(aReferral().put("narrative", CHILD_OF_FOUR_CODE_UNITS.repeat(8000))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m.petrie@rosebank.example",
                "m+fort@rosebank.example",
                "o'neill@a.b.c.example",
                "office@schöne-schule.example",
                "büro@schule.example",
                "office@xn--schne-schule-5fb.example",
                "1@2.example"
            })
    void takesEmailAddresses(String email) {
        ObjectNode referral = aReferral();
        referral.withObject("referrer").put("email", email);

        assertThat(told(referral)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petrie",
                "petrie@rosebank",
                "@rosebank.example",
                "m petrie@rosebank.example",
                "m.petrie@rose bank.example",
                "m.petrie@rosebank..example",
                "m.petrie@-rosebank.example",
                "m.petrie@rosebank.example.",
                "a@b@rosebank.example",
                "a,b@rosebank.example",
                "Petrie <m.petrie@rosebank.example>",
                "m\u200bpetrie@rosebank.example",
                "m\u00a0petrie@rosebank.example"
            })
    void refusesWhatIsNoEmailAddress(String email) {
        ObjectNode referral = aReferral();
        referral.withObject("referrer").put("email", email);

        assertThat(told(referral)).containsExactly("/referrer/email bad-format");
    }

    /** Also of a size that would exhaust a careless pattern. */
    @Test
    void refusesEmailAddressesWithoutLabour() {
        for (String email : List.of("a".repeat(200_000), "a@" + "b.".repeat(100_000), "a@" + "b-".repeat(100_000))) {
            ObjectNode referral = aReferral();
            referral.withObject("referrer").put("email", email);
            assertThat(told(referral)).hasSize(1).allMatch(fault -> fault.startsWith("/referrer/email "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"01632 960012", "+44 (0)7700 900123", "960012-12", "1234567", "(01632) 96001"})
    void takesPhoneNumbers(String phone) {
        ObjectNode referral = aReferral();
        referral.withObject("referrer").put("phone", phone);
        ((ObjectNode) referral.at("/adults/0")).put("phone", phone);

        assertThat(told(referral)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "012345678901234567890", "+ ( ) - 12", "-------", "01632 96001x", "٠١٦٣٢٩٦٠"})
    void refusesWhatIsNoPhoneNumber(String phone) {
        ObjectNode referral = aReferral();
        referral.withObject("referrer").put("phone", phone);
        ((ObjectNode) referral.at("/adults/0")).put("phone", phone);

        assertThat(told(referral))
                .containsExactlyInAnyOrder("/referrer/phone bad-format", "/adults/0/phone bad-format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DD3 6XX",
                "dd36xx",
                "EC1A 1BB",
                "W1A 0AX",
                "M1 1AE",
                "G12 8QQ",
                "GIR 0AA",
                "gir0aa",
                "BFPO 140",
                "BF1 2AU"
            })
    void takesPostcodesOfAnyUkShape(String postcode) {
        ObjectNode referral = aReferral();
        child(referral).withObject("address").put("postcode", postcode);

        assertThat(told(referral)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DD3",
                "3DD 6XX",
                "DD3 66X",
                "90210",
                "DD3 6XX1",
                "DDD3 6XX",
                "DD3  6XX",
                "DD3-6XX",
                "BFPO",
                "D03 6XΗ"
            })
    void refusesOtherPostcodes(String postcode) {
        ObjectNode referral = aReferral();
        child(referral).withObject("address").put("postcode", postcode);

        assertThat(told(referral)).containsExactly("/children/0/address/postcode bad-format");
    }
}
