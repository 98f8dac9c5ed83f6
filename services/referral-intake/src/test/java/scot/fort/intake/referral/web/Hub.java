package scot.fort.intake.referral.web;

import java.util.List;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.common.SealedContent;
import scot.fort.events.content.FreeText;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.triage.InformationRequested;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventSender;
import scot.fort.platform.messaging.contract.ScriptedEvent;
import scot.fort.platform.sealing.Sealer;

/** The screening hub and the search for support, as far as they tell of one referral. */
final class Hub {

    private final EventSender sender;
    private final Sealer sealer;
    private final ReferralReceived received;
    private final String referralId;
    private final EventScript script;
    private int sent;

    Hub(EventSender sender, Sealer sealer, ReferralReceived received) {
        this.sender = sender;
        this.sealer = sealer;
        this.received = received;
        this.referralId = String.valueOf(received.getMetadata().getReferralId());
        this.script = EventScript.about(referralId);
    }

    /** The referral is in the queue, and a screener has taken it. */
    Hub takesIt() {
        return tells(EventBuilders.screeningOpened(Priority.GREEN)).tells(EventBuilders.claimed("kim"));
    }

    Hub asks(int number, String question) {
        return tells(InformationRequested.newBuilder(
                        EventBuilders.informationRequested(number).build())
                .setQuestion(sealed(question)));
    }

    Hub decides(ScreeningDecision decision, String message) {
        return tells(ScreeningDecided.newBuilder(EventBuilders.decided(decision).build())
                .setRationale(sealed("Not for the referrer."))
                .setMessageToReferrer(sealed(message)));
    }

    Hub tells(RecordBuilder<? extends SpecificRecord> event) {
        script.then(event);
        List<ScriptedEvent> all = script.events();
        sender.send(all.subList(sent, all.size()));
        sent = all.size();
        return this;
    }

    private SealedContent sealed(String text) {
        return sealer.seal(received.getContent().getKeyId(), referralId, new FreeText(text));
    }
}
