package scot.fort.intake.batch;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.form.ReferralForm;
import scot.fort.platform.web.body.Checked;
import scot.fort.platform.web.problem.Problem;
import tools.jackson.databind.JsonNode;

/** What a line of a batch says. */
public sealed interface Entry {

    /**
     * A submission, right or wrong.
     *
     * @param pointers turns a pointer into the body into the one that its sender knows
     */
    record Sent(@Nullable String idempotencyKey, Checked<ReferralForm> body, UnaryOperator<String> pointers)
            implements Entry {}

    /**
     * The line does not have the form in which a submission can be said.
     *
     * @param body as far as it could be read
     */
    record Misfit(Problem problem, @Nullable JsonNode body) implements Entry {}
}
