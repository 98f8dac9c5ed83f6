package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scot.fort.events.content.AddedInformation;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import tools.jackson.databind.JsonNode;

/** Whoever reads a due time is told that a question has stopped the clock. */
class HeldClockTests extends TriageServiceTest {

    @Test
    void saysWhereverItShowsADueTimeSinceWhenTheClockStandsStillForAnAnswer() throws Exception {
        String id = newReferral();
        EventScript script = receive(id, aReferral(id));
        try (WallScreen wall =
                WallScreen.at(url("/v1/queue/stream"), token("kim", "SCREENER")).awaitBeginning()) {
            wall.awaitRow(id, row -> !row.has("heldSince"));

            JsonNode asked = ask(id);

            String since = asked.get("heldSince").asString();
            assertThat(see(id).json().at("/questions/0/at").asString()).isEqualTo(since);
            assertThat(see(id).text("heldSince")).isEqualTo(since);
            assertThat(queued().get("heldSince").asString()).isEqualTo(since);
            assertThat(wall.awaitRow(id, row -> row.has("heldSince"))).isEqualTo(queued());

            tell(script.then(EventBuilders.informationAdded(1)
                    .setContent(sealed(id, new AddedInformation("Her gran does.", List.of())))));

            assertThat(wall.awaitRow(id, row -> !row.has("heldSince"))
                            .get("status")
                            .asString())
                    .isEqualTo("IN_SCREENING");
            assertThat(queued().has("heldSince")).isFalse();
            assertThat(see(id).json().has("heldSince")).isFalse();
        }
    }

    @Test
    void saysNothingOfAHoldThatStopsNoClock() {
        String red = newReferral();
        receive(red, aConcern(red).setImmediateDanger(true));

        assertThat(ask(red).has("heldSince")).isFalse();

        String green = receive();
        assertThat(ask(green).has("heldSince")).isTrue();
        JsonNode decided = decide(green, "*", Map.of("decision", "NO_FURTHER_ACTION", "rationale", "It is known."))
                .expect(200)
                .json();

        assertThat(decided.has("heldSince")).as("nobody waits any more").isFalse();
    }

    private JsonNode ask(String id) {
        claim(id);
        return post(id, "information-requests", Map.of("question", "Who collects her?"))
                .expect(200)
                .json();
    }

    private JsonNode queued() {
        return screener("kim", "/v1/queue").get().expect(200).json().at("/items/0");
    }
}
