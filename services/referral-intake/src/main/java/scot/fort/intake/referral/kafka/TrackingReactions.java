package scot.fort.intake.referral.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.common.SealedContent;
import scot.fort.events.triage.EscalationOutcomeRecorded;
import scot.fort.events.triage.InformationRequested;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.service.ToldEvent;

/** Every event of another service is heard; most change nothing that a referrer can see. */
final class TrackingReactions {

    private TrackingReactions() {}

    /** A referral is here before anybody can tell of it, so one that is not here has been lost, and its events wait. */
    static Reactions<Referral, ReferralEvent> all() {
        return new Reactions<Referral, ReferralEvent>().onAnyOther((referral, event, by) -> {
            if (referral == null) {
                return Reacted.impossible("the referral is not here");
            }
            Referral heard = referral.hear(new ToldEvent(event), words(event), by.getOccurredAt(), by.getRecordedAt());
            return heard.equals(referral) ? Reacted.skipped() : Reacted.applied(heard);
        });
    }

    /** What was written to the referrer with an event; never what is internal, such as the rationale. */
    private static @Nullable Sealed words(SpecificRecord event) {
        SealedContent words =
                switch (event) {
                    case ScreeningDecided decided -> decided.getMessageToReferrer();
                    case EscalationOutcomeRecorded recorded -> recorded.getMessageToReferrer();
                    case InformationRequested requested -> requested.getQuestion();
                    default -> null;
                };
        return words == null ? null : Sealed.of(words);
    }
}
