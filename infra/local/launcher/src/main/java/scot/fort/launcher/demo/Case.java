package scot.fort.launcher.demo;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A referral of the demonstration after it was submitted.
 *
 * @param client who sent it
 * @param visibleAfter from sending it to seeing it in the triage queue
 * @param supportRequested what was asked for, nothing when it only tells of concerns
 */
record Case(
        String client, String id, String reference, String lane, List<String> supportRequested, Duration visibleAfter) {
    private static final String FAMILY_SUPPORT = "FAMILY_SUPPORT";

    boolean isForFamilySupport() {
        return lane.equals(FAMILY_SUPPORT);
    }

    /** The support to look for: what was asked for, else the one that every family may have. */
    List<String> supportCodes() {
        return supportRequested.isEmpty() ? List.of(FAMILY_SUPPORT) : supportRequested;
    }

    static Case of(Submission submission, JsonNode receipt, Duration visibleAfter) {
        List<String> support = submission
                .body()
                .path("supportRequested")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return new Case(
                submission.client(),
                receipt.path("id").asString(),
                receipt.path("reference").asString(),
                receipt.path("lane").asString(),
                support,
                visibleAfter);
    }
}
