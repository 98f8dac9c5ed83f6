package scot.fort.intake.referral.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scot.fort.intake.referral.Action;
import scot.fort.intake.referral.Receipt;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.web.problem.FieldFault;

/**
 * The answer to a submission that was accepted.
 *
 * @param safetyAdvice only when somebody is in immediate danger
 * @param links where to follow it, and what can be done with it
 */
record ReceiptResponse(
        String id,
        String reference,
        Status status,
        Instant receivedAt,
        Lane lane,
        List<FieldFault> warnings,
        @Nullable String safetyAdvice,
        Map<String, String> links) {

    static ReceiptResponse of(Receipt receipt, String safetyAdvice) {
        return new ReceiptResponse(
                receipt.id(),
                receipt.reference(),
                Status.RECEIVED,
                receipt.receivedAt(),
                receipt.lane(),
                receipt.warnings(),
                receipt.immediateDanger() ? safetyAdvice : null,
                links(receipt.id()));
    }

    /** The path of a referral. */
    static String path(String id) {
        return "/v1/referrals/" + id;
    }

    private static Map<String, String> links(String id) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", path(id));
        Action.allowedIn(Status.RECEIVED).forEach(action -> links.put(action.path(), path(id) + "/" + action.path()));
        return links;
    }
}
