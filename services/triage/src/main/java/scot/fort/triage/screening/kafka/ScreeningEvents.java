package scot.fort.triage.screening.kafka;

import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.Agency;
import scot.fort.events.common.CheckFinding;
import scot.fort.events.common.EscalationOutcome;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.common.Lane;
import scot.fort.events.common.Priority;
import scot.fort.events.common.ReleaseCause;
import scot.fort.events.common.ReopenCause;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.common.SupportCode;
import scot.fort.events.triage.AccessGranted;
import scot.fort.events.triage.AccessRevoked;
import scot.fort.events.triage.CheckRecorded;
import scot.fort.events.triage.EscalationOutcomeRecorded;
import scot.fort.events.triage.GlassBroken;
import scot.fort.events.triage.InformationRequested;
import scot.fort.events.triage.PriorityRated;
import scot.fort.events.triage.ScreeningAssigned;
import scot.fort.events.triage.ScreeningAtRisk;
import scot.fort.events.triage.ScreeningBreached;
import scot.fort.events.triage.ScreeningClaimed;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.events.triage.ScreeningOpened;
import scot.fort.events.triage.ScreeningReleased;
import scot.fort.events.triage.ScreeningReopened;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.messaging.aggregate.EventWriter;
import scot.fort.platform.sealing.Sealed;
import scot.fort.triage.screening.Alarm;
import scot.fort.triage.screening.CaseNotes;
import scot.fort.triage.screening.Deadline;
import scot.fort.triage.screening.Judgements;
import scot.fort.triage.screening.Lease;
import scot.fort.triage.screening.Rating;
import scot.fort.triage.screening.ScreeningEvent;

/** The events of screening in their Avro form; those that follow the targets say which version of them. */
public final class ScreeningEvents implements EventWriter<ScreeningEvent> {

    @Override
    public SpecificRecord write(ScreeningEvent event, EventMetadata metadata) {
        return switch (event) {
            case ScreeningEvent.Opened opened -> opened(opened, metadata);
            case ScreeningEvent.Claimed(int round, Lease lease) ->
                new ScreeningClaimed(metadata, round, lease.screener(), lease.until());
            case ScreeningEvent.Assigned(int round, Lease lease) ->
                new ScreeningAssigned(metadata, round, lease.screener(), lease.until());
            case ScreeningEvent.Released(int round, String screener, var cause) ->
                new ScreeningReleased(metadata, round, screener, ReleaseCause.valueOf(cause.name()));
            case ScreeningEvent.Rated rated -> rated(rated, metadata);
            case ScreeningEvent.Alarmed(int round, Alarm alarm, Rating rating) ->
                alarmed(round, alarm, rating, metadata);
            case ScreeningEvent.Checked(int round, CaseNotes.Check check) ->
                CheckRecorded.newBuilder()
                        .setMetadata(metadata)
                        .setRound(round)
                        .setAgency(Agency.valueOf(check.agency().name()))
                        .setFinding(CheckFinding.valueOf(check.finding().name()))
                        .setText(check.text().toAvro())
                        .build();
            case ScreeningEvent.InformationRequested(int round, CaseNotes.Question question) ->
                InformationRequested.newBuilder()
                        .setMetadata(metadata)
                        .setRound(round)
                        .setNumber(question.number())
                        .setQuestion(question.text().toAvro())
                        .build();
            case ScreeningEvent.Decided(Judgements.Resolution resolution) -> decided(resolution, metadata);
            case ScreeningEvent.OutcomeRecorded(Judgements.Outcome outcome) ->
                EscalationOutcomeRecorded.newBuilder()
                        .setMetadata(metadata)
                        .setRound(outcome.round())
                        .setOutcome(EscalationOutcome.valueOf(outcome.outcome().name()))
                        .setChildrenRefs(outcome.childrenRefs())
                        .setText(Sealed.toAvro(outcome.text()))
                        .setMessageToReferrer(Sealed.toAvro(outcome.messageToReferrer()))
                        .build();
            case ScreeningEvent.Reopened(Judgements.Reopening reopening, Rating rating) ->
                reopened(reopening, rating, metadata);
            case ScreeningEvent.AccessGranted(Grant grant) ->
                new AccessGranted(metadata, grant.grantee(), grant.until());
            case ScreeningEvent.AccessRevoked(String grantee) -> new AccessRevoked(metadata, grantee);
            case ScreeningEvent.GlassBroken(Grant grant, String reason, var text) ->
                new GlassBroken(metadata, grant.grantee(), grant.until(), reason, Sealed.toAvro(text));
        };
    }

    private static SpecificRecord opened(ScreeningEvent.Opened opened, EventMetadata metadata) {
        Deadline deadline = opened.rating().deadline();
        return ScreeningOpened.newBuilder()
                .setMetadata(following(deadline.policyVersion(), metadata))
                .setRound(opened.round())
                .setSubmission(opened.submission())
                .setChildrenRefs(opened.childrenRefs())
                .setLane(Lane.valueOf(opened.lane().name()))
                .setPriority(priority(opened.rating().priority()))
                .setRules(opened.rating().rules())
                .setRulesVersion(opened.rating().rulesVersion())
                .setReceivedAt(deadline.receivedAt())
                .setDueAt(deadline.dueAt())
                .build();
    }

    private static SpecificRecord rated(ScreeningEvent.Rated rated, EventMetadata metadata) {
        Judgements.Rerating rerating = rated.rerating();
        Deadline deadline = rated.deadline();
        return PriorityRated.newBuilder()
                .setMetadata(following(deadline.policyVersion(), metadata))
                .setRound(rerating.round())
                .setPriority(priority(rerating.priority()))
                .setPrevious(priority(rerating.previous()))
                .setRules(rerating.rules())
                .setRulesVersion(rerating.rulesVersion())
                .setDueAt(deadline.dueAt())
                .setRationale(Sealed.toAvro(rerating.rationale()))
                .build();
    }

    /** There is no alarm without a due time. */
    private static SpecificRecord alarmed(int round, Alarm alarm, Rating rating, EventMetadata metadata) {
        Deadline deadline = rating.deadline();
        EventMetadata following = following(deadline.policyVersion(), metadata);
        Priority priority = priority(rating.priority());
        Instant dueAt = Objects.requireNonNull(deadline.dueAt());
        return switch (alarm) {
            case AT_RISK -> new ScreeningAtRisk(following, round, priority, dueAt);
            case BREACHED -> new ScreeningBreached(following, round, priority, dueAt);
        };
    }

    private static SpecificRecord decided(Judgements.Resolution resolution, EventMetadata metadata) {
        return ScreeningDecided.newBuilder()
                .setMetadata(following(resolution.policyVersion(), metadata))
                .setRound(resolution.round())
                .setDecision(ScreeningDecision.valueOf(resolution.decision().name()))
                .setChildrenRefs(resolution.childrenRefs())
                .setSupportCodes(resolution.supportCodes().stream()
                        .map(SupportCode::valueOf)
                        .toList())
                .setDuplicateOf(resolution.duplicateOf())
                .setPassedTo(Sealed.toAvro(resolution.passedTo()))
                .setPriority(priority(resolution.priority()))
                .setRationale(resolution.rationale().toAvro())
                .setMessageToReferrer(Sealed.toAvro(resolution.messageToReferrer()))
                .build();
    }

    private static SpecificRecord reopened(Judgements.Reopening reopening, Rating rating, EventMetadata metadata) {
        Deadline deadline = rating.deadline();
        return ScreeningReopened.newBuilder()
                .setMetadata(following(deadline.policyVersion(), metadata))
                .setRound(reopening.round())
                .setSubmission(reopening.submission())
                .setCause(ReopenCause.valueOf(reopening.cause().name()))
                .setChildrenRefs(reopening.childrenRefs())
                .setPriority(priority(rating.priority()))
                .setReceivedAt(deadline.receivedAt())
                .setDueAt(deadline.dueAt())
                .setReason(reopening.reason())
                .setText(Sealed.toAvro(reopening.text()))
                .build();
    }

    private static EventMetadata following(String policyVersion, EventMetadata metadata) {
        return EventMetadata.newBuilder(metadata)
                .setPolicyVersion(policyVersion)
                .build();
    }

    private static Priority priority(scot.fort.platform.lifecycle.Priority priority) {
        return Priority.valueOf(priority.name());
    }
}
