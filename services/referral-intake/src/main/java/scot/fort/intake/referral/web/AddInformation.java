package scot.fort.intake.referral.web;

import static scot.fort.intake.referral.form.ReferralForm.orNone;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Amendment;
import scot.fort.intake.referral.Information;
import scot.fort.intake.referral.Referral;
import scot.fort.intake.referral.ReferralEvent;
import scot.fort.intake.referral.content.Corrector;
import scot.fort.intake.referral.content.ReferralSeals;
import scot.fort.intake.referral.form.InformationRequest;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Adds information to a referral, with the corrections that came along. The same body once more, with nothing asked or
 * returned in between, adds nothing.
 */
final class AddInformation {

    private final ReferralSeals seals;
    private final Corrector corrector;

    AddInformation(ReferralSeals seals, Corrector corrector) {
        this.seals = seals;
        this.corrector = corrector;
    }

    /**
     * @param digest of the body
     * @throws ProblemException when a correction does not fit to what was sent first
     */
    Decision<Referral, ReferralEvent> to(
            String id, Referral referral, InformationRequest request, String digest, Instant now) {
        Sealed last = referral.said().information();
        if (last != null && seals.isOf(digest, id, last)) {
            return referral.unchanged();
        }
        Information information = new Information(
                seals.information(id, referral, request),
                seals.fingerprint(id, referral, digest),
                amendment(id, referral, orNone(request.corrections())));
        return referral.addInformation(information, now);
    }

    private @Nullable Amendment amendment(
            String id, Referral referral, List<InformationRequest.CorrectionForm> corrections) {
        if (corrections.isEmpty() || referral.isErased()) {
            return null;
        }
        return switch (corrector.correct(id, referral, corrections)) {
            case Corrector.Corrected.Done(var amendment) -> amendment;
            case Corrector.Corrected.Faulty(var faults) -> throw new ProblemException(Problem.invalid(faults));
        };
    }
}
