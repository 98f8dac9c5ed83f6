package scot.fort.triage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.matching.Told.aChild;

import org.junit.jupiter.api.Test;
import scot.fort.triage.matching.Likeness.Relation;

class LikenessTests {

    private static final double PROPOSED = Matching.PROPOSED_FROM;

    @Test
    void proposesAChildWhoHasMovedAndIsCalledByAShortForm() {
        Likeness likeness = aChild().called("Elizabeth", "McDonald")
                .to(aChild().called("Lizzie", "MacDonald").moved());

        assertSameChild(likeness);
        assertThat(likeness.reasons())
                .containsExactly(Reason.SAME_BIRTH, Reason.NICKNAME, Reason.SAME_FAMILY_NAME, Reason.ADDRESS_DIFFERS);
    }

    @Test
    void proposesAChildWhoseBirthdayWasMistyped() {
        assertSameChild(aChild().to(aChild().born("2015-09-03").moved()));
        assertSameChild(aChild().to(aChild().born("2015-03-08").moved()));
        assertSameChild(aChild().to(aChild().born("2014-03-09")));
    }

    @Test
    void proposesAChildOfWhomOnlyTheNumberIsRight() {
        Likeness likeness =
                aChild().withScn("123456789").to(aChild().withScn("123 456 789").called("Eilish", "Rennie"));

        assertSameChild(likeness);
        assertThat(likeness.reasons()).contains(Reason.SAME_SCN, Reason.GIVEN_NAME_DIFFERS, Reason.FAMILY_NAME_DIFFERS);
    }

    @Test
    void proposesAChildWithTheNamesInEachOthersPlace() {
        Likeness likeness = aChild().to(aChild().called("Reid", "Isla").moved());

        assertSameChild(likeness);
        assertThat(likeness.reasons()).contains(Reason.NAMES_IN_EACH_OTHERS_PLACE);
    }

    @Test
    void takesTwinsForSiblings() {
        Likeness likeness = aChild().to(aChild().called("Callum", "Reid"));

        assertThat(likeness.kind()).isEqualTo(Relation.SIBLING);
        assertThat(likeness.score()).isGreaterThan(0.8);
        assertThat(likeness.reasons()).contains(Reason.TWIN_LIKELY);
    }

    @Test
    void takesTwinsWhoseNamesDifferInOneLetterButWhoseNumbersDifferForNothingCertain() {
        Told twin = aChild().called("Jayden", "Reid").withChi("0903150013");

        Likeness likeness = twin.to(twin.called("Hayden", "Reid").withChi("0903150021"));

        assertThat(likeness.reasons()).contains(Reason.CHI_DIFFERS, Reason.GIVEN_NAME_SLIP);
        assertThat(likeness.score()).isLessThan(twin.to(twin).score());
    }

    @Test
    void takesCousinsOfOneNameForStrangers() {
        assertThat(aChild().to(aChild().born("2012-11-30").moved()).score()).isLessThan(PROPOSED);
        assertThat(aChild().withScn("123456789")
                        .to(aChild().withScn("987654321").born("2015-03-08").moved())
                        .score())
                .isLessThan(PROPOSED);
    }

    @Test
    void takesWhoMovedIntoTheHomeOfOthersForStrangers() {
        assertThat(aChild().to(aChild().called("Omar", "Hussain").born("2012-11-30"))
                        .score())
                .isLessThan(PROPOSED);
    }

    @Test
    void takesChildrenOfOneHomeAndFamilyNameForSiblings() {
        Likeness likeness = aChild().to(aChild().called("Callum", "Reid").born("2012-11-30"));

        assertThat(likeness.kind()).isEqualTo(Relation.SIBLING);
        assertThat(likeness.score()).isGreaterThan(0.9);
    }

    @Test
    void followsTheFamilyByTheCarersTelephoneWhereItMoves() {
        Likeness likeness = aChild().withPhone("07700 900123")
                .to(aChild().called("Callum", "Reid").born("2012-11-30").moved().withPhone("+44 7700 900123"));

        assertThat(likeness.kind()).isEqualTo(Relation.SIBLING);
        assertThat(likeness.score()).isGreaterThan(PROPOSED);
    }

    @Test
    void findsTheChildThatWasExpected() {
        Told expected = aChild().called(null, "Reid").expected("2026-11-20");

        assertSameChild(expected.to(aChild().born("2026-12-03")));
        assertThat(expected.to(aChild()).kind()).isEqualTo(Relation.SIBLING);
    }

    @Test
    void believesAnAgeThatFits() {
        assertSameChild(aChild().to(aChild().aged(11)));
        assertSameChild(aChild().to(aChild().aged(10)));
        assertThat(aChild().to(aChild().aged(16).moved()).score()).isLessThan(PROPOSED);
    }

    @Test
    void countsADifferingNumberAgainst() {
        double without = aChild().to(aChild().moved()).sameChild();

        assertThat(aChild().withChi("0903150013")
                        .to(aChild().withChi("0903150021").moved())
                        .sameChild())
                .isLessThan(without);
    }

    @Test
    void doesNotTakePlaceholdersForNumbers() {
        assertThat(aChild().withScn("000000000")
                        .to(aChild().withScn("000000000").called("Omar", "Khan").moved())
                        .reasons())
                .doesNotContain(Reason.SAME_SCN);
    }

    private static void assertSameChild(Likeness likeness) {
        assertThat(likeness.kind()).isEqualTo(Relation.SAME_CHILD);
        assertThat(likeness.score()).isGreaterThanOrEqualTo(PROPOSED);
    }
}
