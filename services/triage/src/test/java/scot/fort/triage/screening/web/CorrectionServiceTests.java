package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import scot.fort.events.common.ChildSummary;
import scot.fort.events.common.Priority;
import scot.fort.events.content.Corrections;
import scot.fort.events.intake.ReferralCorrected;
import scot.fort.events.triage.PriorityRated;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

/** What a corrected date of birth changes. */
class CorrectionServiceTests extends TriageServiceTest {

    @Test
    void ratesAConcernForWhoTurnsOutToBeABabyRedAndSaysByWhichRuleOfWhichVersion() {
        String id = newReferral();
        EventScript script = receive(id, aConcern(id).setChildren(List.of(child(10))));
        assertThat(see(id).text("priority")).isEqualTo("AMBER");

        tell(script.then(ReferralCorrected.newBuilder(EventSamples.some(ReferralCorrected.class))
                .setChildren(List.of(child(0)))
                .setContent(sealed(id, new Corrections(List.of())))));

        assertThat(awaitEvents(id, 2).getLast()).isInstanceOfSatisfying(PriorityRated.class, rated -> {
            assertThat(rated.getPriority()).isEqualTo(Priority.RED);
            assertThat(rated.getPrevious()).isEqualTo(Priority.AMBER);
            assertThat(rated.getRules()).containsExactly("CHILD_UNDER_ONE");
            assertThat(rated.getRulesVersion()).isEqualTo("2026-1");
            assertThat(rated.getRationale()).isNull();
        });
        Answer seen = see(id);
        assertThat(seen.text("priority")).isEqualTo("RED");
        assertThat(seen.json().at("/children/0/ageYears").asInt()).isZero();
        assertThat(seen.json().get("rules").valueStream().map(JsonNode::asString))
                .containsExactly("CHILD_UNDER_ONE", "CHILD_PROTECTION");
        assertThat(seen.json().at("/rulesReasons/0").asString()).startsWith("A baby cannot tell");
        JsonNode rating = seen.json().at("/ratings/0");
        assertThat(rating.at("/rules/0").asString()).isEqualTo("CHILD_UNDER_ONE");
        assertThat(rating.get("rulesVersion").asString()).isEqualTo("2026-1");
        assertThat(rating.get("by").asString()).isEqualTo("triage");
        assertThat(rating.has("rationale")).isFalse();
    }

    private static ChildSummary child(int age) {
        return new ChildSummary("c1", age, false, "LOCHEE");
    }
}
