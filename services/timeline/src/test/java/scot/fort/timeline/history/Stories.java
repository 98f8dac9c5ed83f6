package scot.fort.timeline.history;

import static scot.fort.platform.messaging.contract.EventBuilders.accepted;
import static scot.fort.platform.messaging.contract.EventBuilders.allocationOpened;
import static scot.fort.platform.messaging.contract.EventBuilders.claimed;
import static scot.fort.platform.messaging.contract.EventBuilders.decided;
import static scot.fort.platform.messaging.contract.EventBuilders.informationAdded;
import static scot.fort.platform.messaging.contract.EventBuilders.informationRequested;
import static scot.fort.platform.messaging.contract.EventBuilders.notificationQueued;
import static scot.fort.platform.messaging.contract.EventBuilders.notificationSent;
import static scot.fort.platform.messaging.contract.EventBuilders.offered;
import static scot.fort.platform.messaging.contract.EventBuilders.rated;
import static scot.fort.platform.messaging.contract.EventBuilders.received;
import static scot.fort.platform.messaging.contract.EventBuilders.screeningOpened;
import static scot.fort.platform.messaging.contract.EventBuilders.started;
import static scot.fort.platform.messaging.contract.EventBuilders.withdrawn;

import scot.fort.events.allocation.ConcernRaised;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ErasureRequested;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.ScriptedEvent;
import scot.fort.timeline.history.avro.EventEntries;

/** What may become of a referral. */
public final class Stories {

    public static final String REFERRAL = "0199a000-0000-7000-8000-000000000001";

    private Stories() {}

    /** From receipt by way of a question to support that runs. */
    public static EventScript supportStarts(String referralId) {
        return EventScript.about(referralId)
                .then(received())
                .then(screeningOpened(Priority.AMBER))
                .then(notificationQueued("n1"))
                .then(notificationSent("n1"))
                .then(claimed("mash-screener-1"))
                .then(rated(Priority.RED, Priority.AMBER))
                .then(informationRequested(1))
                .then(informationAdded(1))
                .then(decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT))
                .then(allocationOpened())
                .then(offered("o1"))
                .then(notificationQueued("n2"))
                .then(accepted("o1"))
                .then(started("o1"))
                .then(notificationSent("n2"));
    }

    public static EventScript supportStarts() {
        return supportStarts(REFERRAL);
    }

    /** The same, and in the end an erasure, after which a provider's last words are heard. */
    public static EventScript erasedInTheEnd(String referralId) {
        return supportStarts(referralId)
                .then(withdrawn("FAMILY_MOVED"))
                .then(ErasureRequested.newBuilder(EventSamples.some(ErasureRequested.class)))
                .then(ContentErased.newBuilder(EventSamples.some(ContentErased.class)))
                .then(ConcernRaised.newBuilder(EventSamples.some(ConcernRaised.class)));
    }

    static History history(EventScript script) {
        return history(script.events());
    }

    static History history(Iterable<ScriptedEvent> events) {
        History history = History.empty();
        for (ScriptedEvent scripted : events) {
            history = history.with(entry(scripted));
        }
        return history;
    }

    public static Entry entry(ScriptedEvent scripted) {
        return EventEntries.of(scripted.event(), scripted.metadata());
    }
}
