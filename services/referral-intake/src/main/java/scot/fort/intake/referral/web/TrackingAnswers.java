package scot.fort.intake.referral.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Action;
import scot.fort.intake.referral.Question;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.Source;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.intake.referral.web.TrackingResponse.RequestedInformation;
import scot.fort.intake.referral.web.TrackingResponse.SentFrom;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.web.concurrency.Version;

/** Makes of a referral what its referrer may see. */
final class TrackingAnswers {

    private final ReferralSeals seals;
    private final OutcomeWords outcomes = new OutcomeWords();

    TrackingAnswers(ReferralSeals seals) {
        this.seals = seals;
    }

    /** Whether the answer about a referral has words in it that are sealed. */
    static boolean hasWords(Referral referral) {
        Question question = referral.openQuestion();
        return referral.tracking().message() != null || question != null && question.text() != null;
    }

    /** All of it; what is sealed is opened. */
    TrackingResponse item(String id, Referral referral, Instant asOf) {
        Question question = referral.openQuestion();
        return response(
                id,
                referral,
                opened(id, referral.tracking().message()),
                question == null ? null : requested(question, opened(id, question.text())),
                asOf,
                null);
    }

    /** A row of a list, in which nothing is opened. */
    TrackingResponse row(Aggregate<Referral> stored) {
        Referral referral = stored.require();
        Question question = referral.openQuestion();
        return response(
                stored.id(),
                referral,
                null,
                question == null ? null : requested(question, null),
                null,
                new Version(stored.version()).etag());
    }

    private TrackingResponse response(
            String id,
            Referral referral,
            @Nullable String message,
            @Nullable RequestedInformation requested,
            @Nullable Instant asOf,
            @Nullable String etag) {
        return new TrackingResponse(
                id,
                referral.reference(),
                referral.status(),
                referral.lane(),
                referral.receivedAt(),
                referral.updatedAt(),
                sentFrom(referral),
                referral.tracking().milestones(),
                outcomes.of(referral.outcome()),
                message,
                requested,
                referral.allowedActions().stream().map(Action::path).toList(),
                referral.erasedAt(),
                asOf,
                etag);
    }

    private static SentFrom sentFrom(Referral referral) {
        Source source = referral.origin().source();
        return new SentFrom(source.system(), referral.isErased() ? null : source.reference());
    }

    private static RequestedInformation requested(Question question, @Nullable String words) {
        return new RequestedInformation(question.number(), question.askedAt(), words);
    }

    private @Nullable String opened(String id, @Nullable Sealed text) {
        return text == null ? null : seals.words(id, text).orElse(null);
    }
}
