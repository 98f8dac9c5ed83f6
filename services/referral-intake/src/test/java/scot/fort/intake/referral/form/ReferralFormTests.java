package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.intake.referral.SyntheticReferrals.aReferral;
import static scot.fort.intake.referral.SyntheticReferrals.child;
import static scot.fort.intake.referral.SyntheticReferrals.concern;
import static scot.fort.intake.referral.form.Judge.told;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scot.fort.intake.referral.Particulars;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Which members a referral has, which of them it must have, which codes they take, and how many. */
class ReferralFormTests {

    private static final JsonMapper JSON = new JsonMapper();

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
        assertThat(told(referral)).isEmpty();

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

        assertThat(told(referral)).isEmpty();
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
        assertThat(told(extended)).isEmpty();
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

    @Test
    void takesEightKibibytesOfExtensions() {
        ObjectNode referral = aReferral();
        ObjectNode extensions = referral.withObject("extensions");
        extensions.put("note", "é".repeat(4096));
        assertThat(told(referral)).containsExactly("/extensions too-large");

        extensions.put("note", "é".repeat(4096 - 6));
        assertThat(told(referral)).isEmpty();
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
        assertThat(told(referral)).isEmpty();
        Particulars particulars =
                JSON.treeToValue(referral, ReferralForm.class).particulars(LocalDate.parse("2026-11-25"));
        assertThat(particulars.wellbeing()).containsExactly("SAFE");
        assertThat(particulars.supportRequested()).containsExactly("FAMILY_SUPPORT");

        referral.withArray("wellbeing").add("HAPPY");
        referral.withArray("supportRequested").add("MONEY");
        assertThat(told(referral)).containsExactly("/wellbeing/2 unknown-code", "/supportRequested/2 unknown-code");
    }
}
