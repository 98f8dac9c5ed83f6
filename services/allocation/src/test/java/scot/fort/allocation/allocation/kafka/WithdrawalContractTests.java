package scot.fort.allocation.allocation.kafka;

import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;

/** The same consumer with a referral that is withdrawn. */
class WithdrawalContractTests extends AllocationContractTests {

    @Override
    protected EventScript script(String aboutReferral) {
        return EventScript.about(aboutReferral)
                .then(EventBuilders.received())
                .then(EventBuilders.screeningOpened(Priority.AMBER))
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT))
                .then(EventBuilders.withdrawn("FAMILY_MOVED"));
    }

    /** A decision that is heard after the withdrawal opens nothing, so nothing has to be closed. */
    @Override
    protected boolean isOrderIndependent() {
        return false;
    }
}
