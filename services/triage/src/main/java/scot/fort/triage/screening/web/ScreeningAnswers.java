package scot.fort.triage.screening.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import scot.fort.events.content.AddedInformation;
import scot.fort.events.content.Corrections;
import scot.fort.events.content.ReferralContent;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.sealing.Opener;
import scot.fort.platform.service.Handled;
import scot.fort.triage.access.Looks;
import scot.fort.triage.screening.CaseNotes;
import scot.fort.triage.screening.Judgements;
import scot.fort.triage.screening.RatingPolicy;
import scot.fort.triage.screening.Receipt;
import scot.fort.triage.screening.Screening;

/** Puts a screening into the answer for its reader, all that is sealed opened. */
@Component
record ScreeningAnswers(Opener opener, RatingPolicy ratings, Looks looks) {

    private static final int MOST_READS = 50;

    /**
     * @param others that its children are in, as far as the reader may see them
     * @param links none where they were not looked for; ids of other referrals are left out then
     */
    ScreeningResponse of(
            Handled<Screening> found, List<Aggregate<Screening>> others, @Nullable Links links, Reader reader) {
        Screening screening = found.state();
        Receipt receipt = screening.known();
        CaseNotes notes = screening.notes();
        Judgements judgements = screening.judgements();
        OpenedTexts texts = new OpenedTexts(opener, found.id(), screening.erased());
        Map<String, Object> content = texts.document(receipt.content(), ReferralContent.class);
        return new ScreeningResponse(
                QueueRow.of(found, reader),
                receipt.receivedAt(),
                receipt.occurredAt(),
                receipt.sourceSystem(),
                receipt.organisation(),
                receipt.referrerRole(),
                receipt.immediateDanger(),
                receipt.restricted(),
                receipt.wellbeing(),
                receipt.supportRequested(),
                receipt.lawfulBasis(),
                screening.progress().round(),
                screening.progress().screened(),
                screening.rated().rules(),
                screening.rated().rulesVersion(),
                ratings.reasons(screening.rated()),
                screening.rated().deadline().policyVersion(),
                content == null ? true : null,
                content,
                Histories.of(found, others),
                information(notes, texts),
                corrections(notes, texts),
                questions(notes, texts),
                checks(notes, texts),
                concernsRaised(notes, texts),
                ratings(judgements, texts),
                decisions(judgements, links, texts),
                outcomes(judgements, texts),
                reopenings(judgements, texts),
                screening.granted().inForce(reader.at()),
                readBy(found.id()),
                links == null ? null : links.duplicateOf(),
                links == null ? null : links.duplicates(),
                reader.at());
    }

    private List<ScreeningResponse.Read> readBy(String referralId) {
        return looks.last(referralId, MOST_READS).stream()
                .map(look -> new ScreeningResponse.Read(
                        look.subject(),
                        look.organisation(),
                        look.at(),
                        look.service(),
                        look.operation(),
                        look.purpose(),
                        look.outcome()))
                .toList();
    }

    private static List<ScreeningResponse.Told> information(CaseNotes notes, OpenedTexts texts) {
        return notes.information().stream()
                .map(told -> new ScreeningResponse.Told(
                        told.at(), told.answersQuestion(), texts.document(told.content(), AddedInformation.class)))
                .toList();
    }

    private static List<ScreeningResponse.Told> corrections(CaseNotes notes, OpenedTexts texts) {
        return notes.corrections().stream()
                .map(told ->
                        new ScreeningResponse.Told(told.at(), null, texts.document(told.content(), Corrections.class)))
                .toList();
    }

    private static List<ScreeningResponse.Question> questions(CaseNotes notes, OpenedTexts texts) {
        return notes.questions().stream()
                .map(asked -> new ScreeningResponse.Question(
                        asked.number(), texts.text(asked.text()), asked.by(), asked.at()))
                .toList();
    }

    private static List<ScreeningResponse.Check> checks(CaseNotes notes, OpenedTexts texts) {
        return notes.checks().stream()
                .map(check -> new ScreeningResponse.Check(
                        check.agency(), check.finding(), texts.text(check.text()), check.by(), check.at()))
                .toList();
    }

    private static List<ScreeningResponse.Raised> concernsRaised(CaseNotes notes, OpenedTexts texts) {
        return notes.concernsRaised().stream()
                .map(raised -> new ScreeningResponse.Raised(
                        raised.providerOrganisation(), texts.text(raised.text()), raised.at()))
                .toList();
    }

    private static List<ScreeningResponse.Rated> ratings(Judgements judgements, OpenedTexts texts) {
        return judgements.ratings().stream()
                .map(rated -> new ScreeningResponse.Rated(
                        rated.priority(),
                        rated.previous(),
                        rated.rules(),
                        rated.rulesVersion(),
                        texts.text(rated.rationale()),
                        rated.by(),
                        rated.at()))
                .toList();
    }

    private static List<ScreeningResponse.Decided> decisions(
            Judgements judgements, @Nullable Links links, OpenedTexts texts) {
        return judgements.decisions().stream()
                .map(decided -> new ScreeningResponse.Decided(
                        decided.round(),
                        decided.decision(),
                        decided.childrenRefs(),
                        decided.supportCodes(),
                        visible(decided.duplicateOf(), links),
                        texts.text(decided.passedTo()),
                        decided.priority(),
                        texts.text(decided.rationale()),
                        texts.text(decided.messageToReferrer()),
                        decided.by(),
                        decided.at(),
                        decided.policyVersion()))
                .toList();
    }

    private static @Nullable String visible(@Nullable String referralId, @Nullable Links links) {
        return referralId != null && links != null && links.visible().contains(referralId) ? referralId : null;
    }

    private static List<ScreeningResponse.Outcome> outcomes(Judgements judgements, OpenedTexts texts) {
        return judgements.outcomes().stream()
                .map(outcome -> new ScreeningResponse.Outcome(
                        outcome.outcome(),
                        outcome.childrenRefs(),
                        texts.text(outcome.text()),
                        texts.text(outcome.messageToReferrer()),
                        outcome.by(),
                        outcome.at()))
                .toList();
    }

    private static List<ScreeningResponse.Reopened> reopenings(Judgements judgements, OpenedTexts texts) {
        return judgements.reopenings().stream()
                .map(reopened -> new ScreeningResponse.Reopened(
                        reopened.round(),
                        reopened.cause(),
                        reopened.childrenRefs(),
                        reopened.reason(),
                        texts.text(reopened.text()),
                        reopened.by(),
                        reopened.at()))
                .toList();
    }
}
