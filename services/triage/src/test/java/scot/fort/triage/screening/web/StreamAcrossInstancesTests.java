package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import scot.fort.platform.testing.MovableClock;
import scot.fort.triage.TriageApplication;
import tools.jackson.databind.JsonNode;

/** A screen on the wall at one instance of the service, while the work is done at another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamAcrossInstancesTests extends TriageServiceTest {

    private ConfigurableApplicationContext other;

    @BeforeAll
    void startAnotherInstance() {
        other = new SpringApplicationBuilder(TriageApplication.class)
                .properties(Map.copyOf(SETTINGS))
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", MovableClock.class, this::clock))
                .run();
    }

    /** The web server would wait for answers under way for longer than that. */
    @AfterAll
    void stopItAlthoughSomebodyFollows() throws Exception {
        try (WallScreen wall = there().awaitBeginning()) {
            long begun = System.nanoTime();

            other.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
            wall.awaitEnd();
            assertThat(wall.wasCut()).isFalse();
        }
    }

    @Test
    void tellsOfWhatHasAnEventAndOfWhatHasNone() throws Exception {
        try (WallScreen wall = there().awaitBeginning()) {
            String referral = receive();
            wall.awaitRow(referral, row -> true);
            claim(referral);
            JsonNode claimed = wall.awaitRow(referral, row -> row.has("claimedBy"));

            screener("kim", screening(referral) + "/renew").post().expect(200);
            wall.awaitRow(referral, row -> !row.get("etag").equals(claimed.get("etag")));
        }
    }

    @Test
    void goesOnAtAnotherInstanceWithAllThatWasMissed() throws Exception {
        String stays = receive();
        String leaves = receive();
        WallScreen wall =
                WallScreen.at(url("/v1/queue/stream"), token("kim", "SCREENER")).awaitBeginning();
        wall.close();
        decide(leaves, claim(leaves).etag(), Map.of("decision", "NO_FURTHER_ACTION", "rationale", "Known already."))
                .expect(200);
        String comes = receive();

        try (WallScreen again = wall.again(thereUrl(), token("kim", "SCREENER")).awaitBeginning()) {
            assertThat(again.rows()).containsOnlyKeys(stays, comes);
            assertThat(again.events()).contains("removed " + leaves).doesNotContain("reset");
        }
    }

    private WallScreen there() {
        return WallScreen.at(thereUrl(), tokenUntil(Instant.now().plus(Duration.ofDays(1))));
    }

    private String thereUrl() {
        return "http://127.0.0.1:" + other.getEnvironment().getRequiredProperty("local.server.port")
                + "/v1/queue/stream";
    }
}
