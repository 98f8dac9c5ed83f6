package scot.fort.launcher.demo;

import static scot.fort.launcher.Service.TRIAGE;

import java.util.Map;
import scot.fort.launcher.demo.Api.Answer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The screening hub: one screener claims each referral and decides on it. */
final class Hub {
    static final String SCREENER = "mash-screener-1";
    private static final JsonMapper JSON = new JsonMapper();

    private final Api api;

    Hub(Api api) {
        this.api = api;
    }

    /** Claims it and decides: support for the family, or a discussion between the agencies. */
    void decide(Case referral) {
        String screening = "/v1/screenings/" + referral.id();
        Answer claimed = api.post(SCREENER, TRIAGE, screening + "/claim").expect(200);
        api.post(SCREENER, TRIAGE, screening + "/decision", decision(referral), Map.of("If-Match", claimed.etag()))
                .expect(200);
    }

    /** The priority that the rules of the hub gave it. */
    String priority(Case referral) {
        return api.get(SCREENER, TRIAGE, "/v1/screenings/" + referral.id())
                .expect(200)
                .text("priority");
    }

    private static ObjectNode decision(Case referral) {
        ObjectNode decision = JSON.createObjectNode();
        if (referral.isForFamilySupport()) {
            decision.put("decision", "ALLOCATE_FAMILY_SUPPORT");
            decision.put("rationale", "The family wants help and the threshold for social work is not met.");
            decision.put("messageToReferrer", "We are looking for support for the family.");
            ArrayNode codes = decision.putArray("supportCodes");
            referral.supportCodes().forEach(codes::add);
        } else {
            decision.put("decision", "REQUEST_IRD");
            decision.put("rationale", "The concern needs to be discussed between the agencies.");
            decision.put("messageToReferrer", "The agencies discuss your concern together.");
        }
        return decision;
    }
}
