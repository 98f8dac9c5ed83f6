package scot.fort.intake.referral.kafka;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.Article6;
import scot.fort.events.common.Article9;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.Concern;
import scot.fort.events.common.ConcernCode;
import scot.fort.events.common.ConcernSubject;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.common.Lane;
import scot.fort.events.common.LawfulBasis;
import scot.fort.events.common.ReferrerRole;
import scot.fort.events.common.SupportCode;
import scot.fort.events.common.WellbeingIndicator;
import scot.fort.events.intake.ConsentChanged;
import scot.fort.events.intake.ContentErased;
import scot.fort.events.intake.ErasureRequested;
import scot.fort.events.intake.LegalHoldChanged;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.events.intake.ReferralEnteredInError;
import scot.fort.events.intake.ReferralInformationAdded;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.intake.ReferralResubmitted;
import scot.fort.events.intake.ReferralWithdrawn;
import scot.fort.intake.referral.ChildInBrief;
import scot.fort.intake.referral.Particulars;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.platform.sealing.Sealed;

/** The events of a referral in their Avro form. */
public final class ReferralEvents implements EventWriter<ReferralEvent> {

    @Override
    public SpecificRecord write(ReferralEvent event, EventMetadata metadata) {
        return switch (event) {
            case ReferralEvent.Received received -> received(received, metadata);
            case ReferralEvent.InformationAdded(Integer question, Sealed content) ->
                new ReferralInformationAdded(metadata, question, content.toAvro());
            case ReferralEvent.Corrected(var children, Sealed content) ->
                new ReferralCorrected(metadata, summaries(children), content.toAvro());
            case ReferralEvent.Resubmitted(int submission, var receivedAt) ->
                new ReferralResubmitted(metadata, submission, receivedAt);
            case ReferralEvent.ConsentChanged(boolean given, String by, var at, Sealed text) ->
                new ConsentChanged(metadata, given, by, at, Sealed.toAvro(text));
            case ReferralEvent.Withdrawn(var reason, Sealed text) ->
                new ReferralWithdrawn(metadata, reason.name(), Sealed.toAvro(text));
            case ReferralEvent.EnteredInError(var reason, Sealed text) ->
                new ReferralEnteredInError(metadata, reason.name(), Sealed.toAvro(text));
            case ReferralEvent.LegalHoldChanged(boolean held, Sealed text) ->
                new LegalHoldChanged(metadata, held, Sealed.toAvro(text));
            case ReferralEvent.ErasureRequested(var reason) -> new ErasureRequested(metadata, reason.name());
            case ReferralEvent.ContentErased(String keyId, var reason, String askedBy, String approvedBy) ->
                new ContentErased(metadata, keyId, reason.name(), askedBy, approvedBy);
        };
    }

    private static ReferralReceived received(ReferralEvent.Received received, EventMetadata metadata) {
        Particulars said = received.particulars();
        return ReferralReceived.newBuilder()
                .setMetadata(metadata)
                .setReference(received.reference())
                .setLane(Lane.valueOf(said.lane().name()))
                .setReceivedAt(received.receivedAt())
                .setConcernsOccurredAt(said.occurredAt())
                .setSourceSystem(received.sourceSystem())
                .setReferrerRole(ReferrerRole.valueOf(said.referrerRole()))
                .setChildren(summaries(said.children()))
                .setConcerns(
                        said.concerns().stream().map(ReferralEvents::concern).toList())
                .setWellbeing(said.wellbeing().stream()
                        .map(WellbeingIndicator::valueOf)
                        .toList())
                .setSupportRequested(said.supportRequested().stream()
                        .map(SupportCode::valueOf)
                        .toList())
                .setImmediateDanger(said.immediateDanger())
                .setRestricted(said.restricted())
                .setLawfulBasis(basis(said.lawfulBasis()))
                .setContent(received.content().toAvro())
                .build();
    }

    private static List<ChildSummary> summaries(List<ChildInBrief> children) {
        return children.stream()
                .map(child -> new ChildSummary(child.ref(), child.ageYears(), child.unborn(), child.ward()))
                .toList();
    }

    private static Concern concern(Particulars.Concern concern) {
        return new Concern(
                ConcernCode.valueOf(concern.code()), ConcernSubject.valueOf(concern.subject()), concern.about());
    }

    private static LawfulBasis basis(Particulars.LawfulBasis basis) {
        return new LawfulBasis(
                Article6.valueOf(basis.article6()),
                basis.article9() == null ? null : Article9.valueOf(basis.article9()),
                basis.familyInformed(),
                basis.consentGiven(),
                basis.consentBy(),
                basis.consentAt());
    }
}
