package scot.fort.triage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.matching.Told.aChild;

import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.triage.matching.Likeness.Relation;

class MatchingTests {

    private final Matching matching = new Matching(Told.CHILDREN_OF_THE_CITY);

    private final Told jayden = aChild().called("Jayden", "Reid");
    private final Told hayden = aChild().called("Hayden", "Reid");

    @Test
    void tellsTwinsWithNamesAlikeApartWhereBothAreToldOf() {
        List<Proposal> proposals = matching.proposals(
                List.of(told("new", "c1", jayden), told("new", "c2", hayden)),
                List.of(told("old", "a", hayden), told("old", "b", jayden)));

        assertThat(proposals)
                .extracting(proposal ->
                        proposal.arrived().childRef() + proposal.known().childRef())
                .containsExactlyInAnyOrder("c1b", "c2a");
    }

    @Test
    void proposesOneChildOfAReferralForOneChild() {
        List<Proposal> proposals = matching.proposals(
                List.of(told("new", "c1", jayden)),
                List.of(told("old", "a", hayden), told("old", "b", jayden), told("older", "a", hayden)));

        assertThat(proposals)
                .extracting(proposal ->
                        proposal.known().referralId() + proposal.known().childRef())
                .containsExactly("oldb", "oldera");
    }

    @Test
    void putsTheLikeliestFirstAndLeavesOutTheUnlikely() {
        List<Proposal> proposals = matching.proposals(
                List.of(told("new", "c1", aChild())),
                List.of(
                        told("1", "c1", aChild().born("2015-03-08").moved()),
                        told("2", "c1", aChild()),
                        told("3", "c1", aChild().born("2011-12-24").moved()),
                        told("4", "c1", aChild().called("Niamh", "Reid").moved())));

        assertThat(proposals)
                .extracting(proposal -> proposal.known().referralId())
                .containsExactly("2", "1");
        assertThat(proposals).extracting(proposal -> proposal.likeness().kind()).containsOnly(Relation.SAME_CHILD);
    }

    @Test
    void neverComparesTheChildrenOfOneReferral() {
        assertThat(matching.proposals(
                        List.of(told("one", "c1", jayden)),
                        List.of(told("one", "c1", jayden), told("one", "c2", hayden))))
                .isEmpty();
    }

    private static ToldChild told(String referral, String ref, Told child) {
        return new ToldChild(referral, ref, child.fingerprint());
    }
}
