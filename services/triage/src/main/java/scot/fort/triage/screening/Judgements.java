package scot.fort.triage.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.ScreeningDecision;
import scot.fort.platform.sealing.Sealed;

/** What the hub has made of a referral, kept for ever: who, when, why, and under which version of the targets. */
public record Judgements(
        List<Rerating> ratings, List<Resolution> decisions, List<Outcome> outcomes, List<Reopening> reopenings) {

    /**
     * It was rated otherwise.
     *
     * @param rules names of those that asked for it; none where a person did, or a provider's worry, and in what was stored
     *     before they were kept
     * @param rulesVersion of the policy that they are of
     * @param rationale of the person who did, or what worries the provider; none where the rules did
     */
    public record Rerating(
            int round,
            Priority priority,
            Priority previous,
            @Nullable List<String> rules,
            @Nullable String rulesVersion,
            @Nullable Sealed rationale,
            String by,
            Instant at) {

        public Rerating {
            rules = rules == null ? List.of() : List.copyOf(rules);
        }

        @Override
        public List<String> rules() {
            return Objects.requireNonNull(rules);
        }

        Rerating emptied() {
            return new Rerating(round, priority, previous, rules, rulesVersion, Sealed.emptied(rationale), by, at);
        }
    }

    /**
     * A decision of the hub.
     *
     * @param childrenRefs those that it is about
     * @param duplicateOf id of the referral that this one repeats
     * @param passedTo the professional who takes it on
     * @param rationale internal
     * @param messageToReferrer what the referrer reads
     */
    public record Resolution(
            int round,
            ScreeningDecision decision,
            List<String> childrenRefs,
            List<String> supportCodes,
            @Nullable String duplicateOf,
            @Nullable Sealed passedTo,
            Priority priority,
            Sealed rationale,
            @Nullable Sealed messageToReferrer,
            String by,
            Instant at,
            String policyVersion) {

        Resolution emptied() {
            return new Resolution(
                    round,
                    decision,
                    childrenRefs,
                    supportCodes,
                    duplicateOf,
                    Sealed.emptied(passedTo),
                    priority,
                    rationale.emptied(),
                    Sealed.emptied(messageToReferrer),
                    by,
                    at,
                    policyVersion);
        }
    }

    /** What became of an escalation. */
    public record Outcome(
            int round,
            EscalationOutcome outcome,
            List<String> childrenRefs,
            @Nullable Sealed text,
            @Nullable Sealed messageToReferrer,
            String by,
            Instant at) {

        Outcome emptied() {
            return new Outcome(
                    round, outcome, childrenRefs, Sealed.emptied(text), Sealed.emptied(messageToReferrer), by, at);
        }
    }

    /**
     * Screening began again.
     *
     * @param round the new one
     * @param submission that it works on
     * @param reason a code, where a person gave one
     */
    public record Reopening(
            int round,
            int submission,
            ReopenCause cause,
            List<String> childrenRefs,
            @Nullable String reason,
            @Nullable Sealed text,
            String by,
            Instant at) {

        Reopening emptied() {
            return new Reopening(round, submission, cause, childrenRefs, reason, Sealed.emptied(text), by, at);
        }
    }

    /** Why screening began again. */
    public enum ReopenCause {
        REOPENED,
        RESUBMITTED,
        SENT_BACK,
        CONCERN_RAISED
    }

    public Judgements {
        ratings = List.copyOf(ratings);
        decisions = List.copyOf(decisions);
        outcomes = List.copyOf(outcomes);
        reopenings = List.copyOf(reopenings);
    }

    /** The children who repeat those of another referral, as things stand, by that referral's id. */
    public Map<String, List<String>> duplicates() {
        Map<String, Resolution> last = new LinkedHashMap<>();
        decisions.forEach(decision -> decision.childrenRefs().forEach(child -> last.put(child, decision)));
        Map<String, List<String>> standing = new LinkedHashMap<>();
        last.forEach((child, decision) -> {
            String original = decision.duplicateOf();
            if (original != null && !isReopened(child, decision.round())) {
                standing.computeIfAbsent(original, any -> new ArrayList<>()).add(child);
            }
        });
        return standing;
    }

    private boolean isReopened(String child, int round) {
        return reopenings.stream()
                .anyMatch(reopening ->
                        reopening.round() > round && reopening.childrenRefs().contains(child));
    }

    static Judgements none() {
        return new Judgements(List.of(), List.of(), List.of(), List.of());
    }

    /** Without what was personal. */
    Judgements emptied() {
        return new Judgements(
                ratings.stream().map(Rerating::emptied).toList(),
                decisions.stream().map(Resolution::emptied).toList(),
                outcomes.stream().map(Outcome::emptied).toList(),
                reopenings.stream().map(Reopening::emptied).toList());
    }

    /** What the hub has written, in bytes as it is stored. */
    long written() {
        return CaseNotes.bytes(ratings, each -> Sealed.bytes(each.rationale()))
                + CaseNotes.bytes(
                        decisions,
                        each -> Sealed.bytes(each.rationale())
                                + Sealed.bytes(each.messageToReferrer())
                                + Sealed.bytes(each.passedTo()))
                + CaseNotes.bytes(outcomes, each -> Sealed.bytes(each.text()) + Sealed.bytes(each.messageToReferrer()))
                + CaseNotes.bytes(reopenings, each -> Sealed.bytes(each.text()));
    }

    Judgements with(Rerating more) {
        return new Judgements(CaseNotes.plus(ratings, more), decisions, outcomes, reopenings);
    }

    Judgements with(Resolution more) {
        return new Judgements(ratings, CaseNotes.plus(decisions, more), outcomes, reopenings);
    }

    Judgements with(Outcome more) {
        return new Judgements(ratings, decisions, CaseNotes.plus(outcomes, more), reopenings);
    }

    Judgements with(Reopening more) {
        return new Judgements(ratings, decisions, outcomes, CaseNotes.plus(reopenings, more));
    }
}
