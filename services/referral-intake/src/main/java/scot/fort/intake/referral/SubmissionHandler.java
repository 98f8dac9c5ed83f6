package scot.fort.intake.referral;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import scot.fort.intake.admission.Admission;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.Ids;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.sealing.Sealed;

/**
 * Accepts referrals, each with one insert and however often it is sent. Nothing is looked up beforehand: the unique
 * indexes refuse what is there already, and only then is it looked up.
 */
public final class SubmissionHandler {

    private static final int MOST_ATTEMPTS = 4;

    private final Referrals referrals;
    private final Admission admission;
    private final Supplier<Reference> references;
    private final Ids ids;
    private final Fingerprints fingerprints;
    private final Function<Receipt, String> answers;

    /** @param answers writes the body of an answer */
    public SubmissionHandler(
            Referrals referrals,
            Admission admission,
            Supplier<Reference> references,
            Ids ids,
            Fingerprints fingerprints,
            Function<Receipt, String> answers) {
        this.referrals = referrals;
        this.admission = admission;
        this.references = references;
        this.ids = ids;
        this.fingerprints = fingerprints;
        this.answers = answers;
    }

    /**
     * Stores a referral, or says what became of it the first time. While too many referrals wait, only what was accepted
     * before is answered as usual, since it adds nothing.
     */
    public Submitted submit(SubmitReferral submission, Cause cause) {
        return admission.isOpenTo(submission.isUrgent())
                ? accept(submission, cause)
                : known(submission).orElseGet(() -> new Submitted.Busy(admission.refused()));
    }

    /** An insert that was refused has stored nothing, so it may be tried again under another reference. */
    private Submitted accept(SubmitReferral submission, Cause cause) {
        String id = ids.next();
        SubmittedContent.Secured secured = submission.content().secureFor(id);
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Referral referral = referral(id, submission, secured);
            if (referrals.insert(id, referral, received(submission, referral, secured.content()), cause)) {
                admission.accepted();
                return new Submitted.Accepted(id, referral.origin().answer());
            }
            Optional<Submitted> known = known(submission);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return new Submitted.InFlight();
    }

    /** The first answer to this very body under this key, for a body that would not be accepted any more today. */
    public Optional<Submitted.Replayed> earlier(String organisation, String idempotencyKey, String digest) {
        return referrals
                .submittedUnder(organisation, idempotencyKey)
                .filter(stored -> isOf(stored, digest))
                .map(SubmissionHandler::replayed);
    }

    private Optional<Submitted> known(SubmitReferral submission) {
        Optional<Aggregate<Referral>> underKey =
                referrals.submittedUnder(submission.organisation(), submission.idempotencyKey());
        if (underKey.isPresent()) {
            return underKey.map(
                    stored -> isOf(stored, submission.digest()) ? replayed(stored) : new Submitted.KeyReused());
        }
        return referrals
                .madeFrom(submission.organisation(), submission.source())
                .map(stored -> new Submitted.DuplicateSource(
                        stored.id(), stored.require().reference()));
    }

    private boolean isOf(Aggregate<Referral> stored, String digest) {
        Sealed fingerprint = stored.require().origin().fingerprint();
        return fingerprint != null && fingerprints.isOf(digest, stored.id(), fingerprint);
    }

    private static Submitted.Replayed replayed(Aggregate<Referral> stored) {
        return new Submitted.Replayed(stored.id(), stored.require().origin().answer());
    }

    private Referral referral(String id, SubmitReferral submission, SubmittedContent.Secured secured) {
        String reference = references.get().text();
        Particulars particulars = submission.particulars();
        Receipt receipt = new Receipt(
                id,
                reference,
                submission.receivedAt(),
                particulars.lane(),
                particulars.immediateDanger(),
                submission.warnings());
        Origin origin = new Origin(
                submission.organisation(),
                submission.idempotencyKey(),
                submission.source(),
                secured.fingerprint(),
                answers.apply(receipt));
        return Referral.received(
                origin, reference, submission.receivedAt(), particulars, submission.people(), secured.content());
    }

    private static ReferralEvent.Received received(SubmitReferral submission, Referral referral, Sealed content) {
        return new ReferralEvent.Received(
                referral.reference(),
                submission.source().system(),
                referral.receivedAt(),
                submission.particulars(),
                content);
    }
}
