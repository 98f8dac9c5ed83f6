package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.intake.referral.SyntheticReferrals.aReferral;
import static scot.fort.intake.referral.form.Judge.faults;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.intake.referral.Particulars;
import scot.fort.platform.web.problem.FieldFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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

        assertThat(faults(referral))
                .extracting(fault -> fault.pointer() + " " + fault.code())
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
    void takesNoTimeInTheFuture() {
        ObjectNode referral = aReferral().put("occurredAt", "2026-11-25T13:00:00.001+01:00");
        consent(referral).put("at", "2026-11-25T12:00:00.001Z");
        assertThat(pointers(referral)).containsExactlyInAnyOrder("/occurredAt", "/lawfulBasis/consent/at");

        referral.put("occurredAt", "2026-11-25T13:00:00+01:00");
        consent(referral).put("at", "2026-11-25T12:00:00Z");
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

    @Test
    void takesEachRefOnceAndResolvesThem() {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.withArray("adults").get(0)).put("ref", "c1");
        consent(referral).put("by", "c1");

        assertThat(pointers(referral)).containsExactlyInAnyOrder("/adults", "/concerns/0/about");
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

        assertThat(faults(referral)).isEmpty();
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

        assertThat(pointers(referral)).containsExactly("/children/0/address/postcode");
    }

    @Test
    void boundsListsAndTexts() {
        ObjectNode referral = aReferral();
        referral.put("narrative", "x".repeat(8001));
        ArrayNode concerns = referral.withArray("concerns");
        IntStream.range(1, 21).forEach(more -> concerns.add(concerns.get(0)));
        assertThat(faults(referral))
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactlyInAnyOrder("/narrative too-long", "/concerns too-many");

        assertThat(pointers(aReferral().put("narrative", " \n "))).containsExactly("/narrative");
        assertThat(faults(aReferral().put("narrative", " " + "x".repeat(8000) + "\n")))
                .isEmpty();
    }

    @Test
    void takesAsManyAsTheContractSays() {
        ObjectNode referral = aReferral();
        IntStream.rangeClosed(2, 12).forEach(more -> referral.withArray("children")
                .addObject()
                .put("ref", "c" + more)
                .put("ageEstimate", more));
        IntStream.rangeClosed(2, 12)
                .forEach(more -> referral.withArray("adults").addObject().put("ref", "a" + more));
        IntStream.rangeClosed(2, 20)
                .forEach(more -> referral.withArray("concerns").add(concern(referral)));
        assertThat(faults(referral)).isEmpty();

        referral.withArray("children").addObject().put("ref", "c13").put("ageEstimate", 1);
        referral.withArray("adults").addObject().put("ref", "a13");
        referral.withArray("concerns").add(concern(referral));
        assertThat(told(referral))
                .containsExactlyInAnyOrder("/children too-many", "/adults too-many", "/concerns too-many");
    }

    @ParameterizedTest
    @CsvSource({
        "/source, system",
        "/source, reference",
        "/referrer, name",
        "/referrer, role",
        "/referrer, email",
        "/children/0, ref",
        "/lawfulBasis, article6",
        "'', lane",
        "'', source",
        "'', referrer",
        "'', children",
        "'', narrative",
        "'', lawfulBasis",
        "'', occurredAt"
    })
    void asksForEveryMemberThatIsRequired(String parent, String member) {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.at(parent)).remove(member);
        assertThat(told(referral)).containsExactly(parent + "/" + member + " required");

        ((ObjectNode) referral.at(parent)).putNull(member);
        assertThat(told(referral)).containsExactly(parent + "/" + member + " required");
    }

    @Test
    void asksForNothingElse() {
        ObjectNode referral = aReferral();
        referral.remove(
                List.of("adults", "concerns", "wellbeing", "views", "immediateDanger", "restricted", "extensions"));
        referral.withObject("referrer").remove("phone");
        referral.withObject("lawfulBasis").remove(List.of("article9", "familyInformed", "consent"));
        child(referral).retain("ref", "dateOfBirth");

        assertThat(faults(referral)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/source",
                "/referrer",
                "/children/0",
                "/children/0/address",
                "/adults/0",
                "/concerns/0",
                "/views",
                "/lawfulBasis",
                "/lawfulBasis/consent"
            })
    void takesUnknownMembersUnderExtensionsOnly(String parent) {
        ObjectNode referral = aReferral();
        ((ObjectNode) referral.at(parent)).put("seemisNote", "x");
        assertThat(told(referral)).containsExactly(parent + "/seemisNote unknown-field");

        ObjectNode extended = aReferral();
        extended.withObject("extensions").withObject("school").put("seemisNote", "x");
        assertThat(faults(extended)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', lane",
        "/referrer, role",
        "/children/0, sex",
        "/adults/0, relationship",
        "/concerns/0, code",
        "/concerns/0, subject",
        "/lawfulBasis, article6",
        "/lawfulBasis, article9",
        "/children/0/address, ward"
    })
    void refusesCodesThatAreNotKnown(String parent, String member) {
        ObjectNode referral = aReferral();
        for (String unknown : List.of("UNKNOWN_CODE", "other", "")) {
            ((ObjectNode) referral.at(parent)).put(member, unknown);
            assertThat(told(referral)).containsExactly(parent + "/" + member + " unknown-code");
        }
    }

    @Test
    void takesWordsOfAListOnceHoweverOftenTheyAreSent() {
        ObjectNode referral = aReferral();
        referral.withArray("wellbeing").removeAll().add("SAFE").add("SAFE");
        referral.withArray("supportRequested").add("FAMILY_SUPPORT");
        assertThat(faults(referral)).isEmpty();
        Particulars particulars =
                JSON.treeToValue(referral, ReferralForm.class).particulars(LocalDate.parse("2026-11-25"));
        assertThat(particulars.wellbeing()).containsExactly("SAFE");
        assertThat(particulars.supportRequested()).containsExactly("FAMILY_SUPPORT");

        referral.withArray("wellbeing").add("HAPPY");
        referral.withArray("supportRequested").add("MONEY");
        assertThat(told(referral)).containsExactly("/wellbeing/2 unknown-code", "/supportRequested/2 unknown-code");
    }

    @Test
    void boundsTheDepthOfExtensions() {
        String body = aReferral().toString();
        String deep = "[".repeat(40) + "]".repeat(40);

        assertThat(Judge.faultsOf(body.replace("\"extensions\":{}", "\"extensions\":{\"a\":[[[[[[[[1]]]]]]]]}")))
                .isEmpty();
        assertThat(Judge.problemOf(body.replace("\"extensions\":{}", "\"extensions\":{\"a\":" + deep + "}")))
                .isEqualTo("malformed-json");
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

    @Test
    void takesEightKibibytesOfExtensions() {
        ObjectNode referral = aReferral();
        ObjectNode extensions = referral.withObject("extensions");
        extensions.put("note", "é".repeat(4096));
        assertThat(codes(referral)).containsExactly("too-large");

        extensions.put("note", "é".repeat(4096 - 6));
        assertThat(faults(referral)).isEmpty();
    }

    @Test
    void warnsWhenTheChiSpeaksAgainstTheSex() {
        ObjectNode referral = aReferral();
        child(referral)
                .put("dateOfBirth", "2019-05-01")
                .put("chi", "0105196282")
                .put("sex", "MALE");

        assertThat(faults(referral)).isEmpty();
        assertThat(Judge.warnings(referral)).extracting(FieldFault::pointer).containsExactly("/children/0/chi");
    }

    private static List<String> told(JsonNode body) {
        return Judge.told(faults(body));
    }

    private static List<String> pointers(JsonNode body) {
        return faults(body).stream().map(FieldFault::pointer).toList();
    }

    private static List<String> codes(JsonNode body) {
        return faults(body).stream().map(FieldFault::code).toList();
    }

    private static ObjectNode child(ObjectNode referral) {
        return (ObjectNode) referral.withArray("children").get(0);
    }

    private static ObjectNode concern(ObjectNode referral) {
        return (ObjectNode) referral.withArray("concerns").get(0);
    }

    private static ObjectNode consent(ObjectNode referral) {
        return referral.withObject("lawfulBasis").withObject("consent");
    }
}
