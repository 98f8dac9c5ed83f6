package scot.fort.allocation.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.allocation.allocation.Families.NOW;
import static scot.fort.allocation.allocation.Families.WORDS;
import static scot.fort.allocation.allocation.Families.accepted;
import static scot.fort.allocation.allocation.Families.answered;
import static scot.fort.allocation.allocation.Families.offered;
import static scot.fort.allocation.allocation.Families.opened;
import static scot.fort.allocation.allocation.Families.started;

import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Status;

/** An allocation whose referral was erased. */
class ErasedFamilyTests {

    @Test
    void isOfferedToNobody() {
        Allocation erased = opened().contentErased().state();

        assertThat(OfferRefusals.of(erased).toOffer("s1"))
                .hasValueSatisfying(refusal -> assertThat(refusal.detail()).contains("erased"));
        assertThat(OfferRefusals.of(erased).toSearch(NOW)).isPresent();
    }

    @Test
    void endsASearchThatGoesOnByItself() {
        Allocation searching = answered(
                offered(opened(), "o1", true),
                "o1",
                new OfferCommand.Decline(OfferAnswer.NO_CAPACITY, "NO_CAPACITY", Words.NONE));

        var erased = searching.contentErased();

        assertThat(searching.searching()).isTrue();
        assertThat(erased.state().searching()).isFalse();
        assertThat(erased.state().allocationStatus()).isEqualTo(Status.UNALLOCATED);
        assertThat(erased.events()).singleElement().isInstanceOf(AllocationEvent.AllocationExhausted.class);
    }

    /** A family is not left alone because nobody may read about it any more. */
    @Test
    void letsRunningSupportComeToItsEnd() {
        Allocation erased =
                started(offered(opened(), "o1", false), "o1").contentErased().state();

        Allocation completed = accepted(OfferDecisions.on(erased)
                        .answer("o1", new OfferCommand.Complete("COMPLETED", List.of(), Words.NONE), WORDS, NOW))
                .state();

        assertThat(completed.allocationStatus()).isEqualTo(Status.CLOSED);
    }

    @Test
    void isNothingBeforeTheReceipt() {
        assertThat(Allocation.unheard().contentErased().state()).isEqualTo(Allocation.unheard());
    }
}
