package scot.fort.intake.referral.web;

import java.util.List;
import scot.fort.intake.referral.Action;
import scot.fort.intake.referral.Referral;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.service.Handled;

/** The answer to a command: where the referral stands now. */
record ChangedResponse(String id, String reference, Status status, List<String> allowedActions) {

    static ChangedResponse of(Handled<Referral> handled) {
        Referral referral = handled.state();
        return new ChangedResponse(
                handled.id(),
                referral.reference(),
                referral.status(),
                referral.allowedActions().stream().map(Action::path).toList());
    }
}
