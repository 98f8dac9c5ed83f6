package scot.fort.triage.screening.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.lifecycle.Status;
import scot.fort.triage.matching.Likeness;
import scot.fort.triage.screening.CaseNotes;
import scot.fort.triage.screening.EscalationOutcome;
import scot.fort.triage.screening.Judgements;
import scot.fort.triage.screening.Receipt;

/**
 * Everything that is needed to decide. Texts of a referral whose content was erased are absent.
 *
 * @param row what the queue shows of it
 * @param firstReceivedAt when the referral was received first
 * @param occurredAt when what is reported happened
 * @param rules names of the rules that gave it its first priority, and before them of those that raised it
 * @param rulesVersion of the policy that they are of
 * @param rulesReasons why there are such rules, a sentence for each, as long as the policy file has their version
 * @param policyVersion the targets that its clock follows
 * @param erased true where the content was erased
 * @param content the referral as it was sent
 * @param histories of each child
 * @param grants of a restricted one: who may see it by a grant
 * @param readBy who looked at the referral, in whichever service; the last 50 reads, newest first
 * @param duplicateOf referrals that children of this one repeat, as far as the reader may see them; not in the answer to a claim
 * @param duplicates referrals whose children repeat those of this one, the same way
 * @param asOf when this was read
 */
record ScreeningResponse(
        @JsonUnwrapped QueueRow row,
        Instant firstReceivedAt,
        Instant occurredAt,
        String sourceSystem,
        String organisation,
        String referrerRole,
        boolean immediateDanger,
        boolean restricted,
        List<String> wellbeing,
        List<String> supportRequested,
        Receipt.LawfulBasis lawfulBasis,
        int round,
        int submission,
        List<String> rules,
        @Nullable String rulesVersion,
        List<String> rulesReasons,
        String policyVersion,
        @Nullable Boolean erased,
        @Nullable Map<String, Object> content,
        List<ChildHistory> histories,
        List<Told> information,
        List<Told> corrections,
        List<Question> questions,
        List<Check> checks,
        List<Raised> concernsRaised,
        List<Rated> ratings,
        List<Decided> decisions,
        List<Outcome> outcomes,
        List<Reopened> reopenings,
        List<Grant> grants,
        List<Read> readBy,
        @Nullable List<Links.Link> duplicateOf,
        @Nullable List<Links.Link> duplicates,
        Instant asOf) {

    ResponseEntity<ScreeningResponse> answer() {
        return ResponseEntity.ok().eTag(row.etag()).body(this);
    }

    /**
     * A child, and the other referrals of them and their brothers and sisters, as far as screeners have confirmed that they
     * are; received before this one or after it.
     *
     * @param childId by which the child goes, among the referrals that the reader may see
     */
    record ChildHistory(String ref, String childId, List<OtherReferral> referrals) {}

    /**
     * Another referral.
     *
     * @param kind whether it is about the child, or about a sibling
     * @param childRef that child in the other referral
     * @param open whether somebody still has to act on it
     * @param decisions about that child
     * @param outcomes of escalations of that child
     */
    record OtherReferral(
            Likeness.Relation kind,
            String referralId,
            String reference,
            String childRef,
            Lane lane,
            Priority priority,
            Status status,
            boolean open,
            Instant receivedAt,
            List<OtherDecision> decisions,
            List<EscalationOutcome> outcomes) {}

    record OtherDecision(ScreeningDecision decision, List<String> supportCodes, Instant at) {}

    /**
     * @param subject who, by the subject of their token
     * @param service where they did
     * @param operation what they called there
     * @param purpose a code
     * @param outcome whether they had broken the glass
     */
    record Read(
            String subject,
            String organisation,
            Instant at,
            String service,
            String operation,
            String purpose,
            String outcome) {}

    /** @param answersQuestion number of the question */
    record Told(
            Instant at,
            @Nullable Integer answersQuestion,
            @Nullable Map<String, Object> content) {}

    record Question(int number, @Nullable String question, String by, Instant at) {}

    record Check(
            CaseNotes.Agency agency,
            CaseNotes.Finding finding,
            @Nullable String text,
            String by,
            Instant at) {}

    record Raised(String providerOrganisation, @Nullable String text, Instant at) {}

    /**
     * @param rules names of those that asked for it; none where a person did, or a provider's worry
     * @param rulesVersion of the policy that they are of
     * @param rationale of the person who did, or what worries the provider; none where the rules did
     */
    record Rated(
            Priority priority,
            Priority previous,
            List<String> rules,
            @Nullable String rulesVersion,
            @Nullable String rationale,
            String by,
            Instant at) {}

    record Decided(
            int round,
            ScreeningDecision decision,
            List<String> childrenRefs,
            List<String> supportCodes,
            @Nullable String duplicateOf,
            @Nullable String passedTo,
            Priority priority,
            @Nullable String rationale,
            @Nullable String messageToReferrer,
            String by,
            Instant at,
            String policyVersion) {}

    record Outcome(
            EscalationOutcome outcome,
            List<String> childrenRefs,
            @Nullable String text,
            @Nullable String messageToReferrer,
            String by,
            Instant at) {}

    record Reopened(
            int round,
            Judgements.ReopenCause cause,
            List<String> childrenRefs,
            @Nullable String reason,
            @Nullable String text,
            String by,
            Instant at) {}
}
