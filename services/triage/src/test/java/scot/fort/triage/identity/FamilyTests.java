package scot.fort.triage.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.identity.Relatives.child;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness.Relation;

class FamilyTests {

    private final Relatives relatives = new Relatives(4, 2);

    @Test
    void givesEveryChildAnIdOfTheirOwnFromTheStart() {
        assertThat(relatives.childId("r0", "c1")).isEqualTo(child("r0", "c1").ownId());
        assertThat(relatives.childId("r0", "c1")).isNotEqualTo(relatives.childId("r0", "c2"));
        assertThat(relatives.childId("r0", "c1")).isNotEqualTo(relatives.childId("r1", "c1"));
    }

    @Test
    void letsThoseWhoAreOneGoByTheIdOfWhoWasReceivedFirst() {
        relatives.confirm(child("r3", "c1"), child("r2", "c1"), Relation.SAME_CHILD);
        relatives.confirm(child("r2", "c1"), child("r1", "c2"), Relation.SAME_CHILD);

        assertThat(relatives.childId("r3", "c1"))
                .isEqualTo(relatives.childId("r2", "c1"))
                .isEqualTo(child("r1", "c2").ownId());
        assertThat(relatives.childId("r3", "c2")).isEqualTo(child("r3", "c2").ownId());
    }

    @Test
    void undoesAChainInAnyOrder() {
        relatives.confirm(child("r1", "c1"), child("r0", "c1"), Relation.SAME_CHILD);
        relatives.confirm(child("r2", "c1"), child("r1", "c1"), Relation.SAME_CHILD);

        relatives.undo(child("r1", "c1"), child("r0", "c1"));

        assertThat(relatives.childId("r0", "c1")).isEqualTo(child("r0", "c1").ownId());
        assertThat(relatives.childId("r2", "c1")).isEqualTo(child("r1", "c1").ownId());
        relatives.undo(child("r2", "c1"), child("r1", "c1"));
        assertThat(relatives.childId("r2", "c1")).isEqualTo(child("r2", "c1").ownId());
        assertThat(relatives
                        .match(child("r2", "c1"), child("r1", "c1"))
                        .orElseThrow()
                        .standing())
                .isEqualTo(MatchStanding.PROPOSED);
    }

    @Test
    void refusesToMakeTwinsOneOrASiblingOfThemselves() {
        assertThat(relatives.confirm(child("r1", "c1"), child("r0", "c1"), Relation.SAME_CHILD))
                .isTrue();
        assertThat(relatives.confirm(child("r1", "c1"), child("r0", "c2"), Relation.SAME_CHILD))
                .isFalse();
        assertThat(relatives.confirm(child("r2", "c1"), child("r1", "c1"), Relation.SAME_CHILD))
                .isTrue();
        assertThat(relatives.confirm(child("r2", "c1"), child("r0", "c1"), Relation.SIBLING))
                .isFalse();
        assertThat(relatives.confirm(child("r3", "c1"), child("r0", "c1"), Relation.SIBLING))
                .isTrue();
        assertThat(relatives.confirm(child("r3", "c1"), child("r2", "c1"), Relation.SAME_CHILD))
                .isFalse();
    }

    @Test
    void letsTheFirstOfTwoCountWhoConfirmedAtOnceWhatContradictsEachOther() {
        Family neither = relatives.family();
        relatives.say(new ConfirmMatch(null), child("r1", "c1"), child("r0", "c1"), neither);
        relatives.say(new ConfirmMatch(null), child("r1", "c1"), child("r0", "c2"), neither);

        Family family = relatives.family();

        assertThat(family.childId(child("r1", "c1")))
                .isEqualTo(child("r0", "c1").ownId());
        assertThat(family.childId(child("r0", "c2")))
                .isEqualTo(child("r0", "c2").ownId());
        assertThat(family.contradiction().orElseThrow().match().earlier()).isEqualTo(child("r0", "c2"));
    }

    @Test
    void takesForSiblingsWhoIsNamedBesideAChildOrConfirmedToBeOne() {
        relatives.confirm(child("r1", "c1"), child("r0", "c1"), Relation.SAME_CHILD);
        relatives.confirm(child("r2", "c1"), child("r1", "c1"), Relation.SIBLING);
        relatives.confirm(child("r3", "c2"), child("r2", "c1"), Relation.SAME_CHILD);

        assertThat(relatives.family().siblingsOf(child("r0", "c1")))
                .containsExactlyInAnyOrder(child("r0", "c2"), child("r1", "c2"), child("r2", "c1"), child("r3", "c2"));
    }

    @Test
    void tellsNothingOfAReferralThatItsReaderMayNotSee() {
        relatives.confirm(child("r1", "c1"), child("r0", "c1"), Relation.SAME_CHILD);
        relatives.confirm(child("r2", "c1"), child("r1", "c1"), Relation.SAME_CHILD);
        Map<String, ReferralChildren> seen = new HashMap<>(relatives.all());
        seen.remove("r0");

        assertThat(relatives.family().among(seen.keySet()).childId(child("r2", "c1")))
                .isEqualTo(child("r1", "c1").ownId());
    }

    @Test
    void takesBackOnlyWhatWasSaid() {
        ChildPointer later = child("r1", "c1");
        ChildPointer earlier = child("r0", "c1");

        assertThat(relatives.undo(later, earlier)).isFalse();
        assertThat(relatives.confirm(later, earlier, Relation.SAME_CHILD)).isTrue();
        assertThat(relatives.confirm(later, earlier, Relation.SAME_CHILD)).isTrue();
        assertThat(relatives.confirm(later, earlier, Relation.SIBLING)).isFalse();
        assertThat(relatives.say(new RejectMatch(), later, earlier, relatives.family()))
                .isFalse();
        assertThat(relatives.undo(later, earlier)).isTrue();
        assertThat(relatives.say(new RejectMatch(), later, earlier, relatives.family()))
                .isTrue();
        assertThat(relatives.confirm(later, earlier, Relation.SAME_CHILD)).isFalse();
        assertThat(relatives.undo(later, earlier)).isTrue();
        assertThat(relatives.match(later, earlier).orElseThrow().word()).isNull();
    }
}
