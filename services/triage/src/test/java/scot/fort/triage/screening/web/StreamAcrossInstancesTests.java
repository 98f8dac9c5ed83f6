package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.MovableClock;
import scot.fort.triage.TriageApplication;
import scot.fort.triage.board.Following;
import tools.jackson.databind.JsonNode;

/** A screen on the wall at one instance of the service, while the work is done at another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamAcrossInstancesTests extends TriageServiceTest {

    private ConfigurableApplicationContext other;

    @BeforeAll
    void startAnotherInstance() {
        other = new SpringApplicationBuilder(TriageApplication.class)
                .properties(Map.copyOf(SETTINGS))
                .properties("FORT_CONNECTION_TIMEOUT=1s")
                .initializers(context -> withOurClockAndSmallBuffers((GenericApplicationContext) context))
                .run();
    }

    private void withOurClockAndSmallBuffers(GenericApplicationContext context) {
        context.registerBean("clock", MovableClock.class, this::clock);
        context.registerBean(
                TomcatConnectorCustomizer.class, () -> connector -> connector.setProperty("socket.txBufSize", "4096"));
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

    @Test
    void cutsWhoeverReadsNothingWhileAnotherIsToldOn() throws Exception {
        Following following = other.getBean(Following.class);
        String referral = receive();
        claim(referral);
        await().until(() -> following.followers() == 0);
        try (WallScreen wall = there().awaitBeginning();
                Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(1_024);
            deaf.connect(new InetSocketAddress("127.0.0.1", port()));
            deaf.getOutputStream()
                    .write(("GET /v1/queue/stream HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer "
                                    + token("lee", "SCREENER") + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> following.followers() == 2);

            await().atMost(Duration.ofSeconds(10))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        renewThere(referral);
                        return following.followers() == 1;
                    });

            String etag = renewThere(referral);
            wall.awaitRow(referral, row -> row.get("etag").asString().equals(etag));
            assertThat(wall.wasCut()).isFalse();
            deaf.setSoTimeout(5_000);
            assertThat(restOf(deaf)).doesNotEndWith("0\r\n\r\n");
        }
    }

    /** Until the server has closed it. */
    private static String restOf(Socket socket) throws IOException {
        StringBuilder read = new StringBuilder();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                read.append((char) next);
            }
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return read.toString();
    }

    private String renewThere(String referral) {
        return Call.to("http://127.0.0.1:" + port() + screening(referral) + "/renew")
                .as(token("kim", "SCREENER"))
                .post()
                .expect(200)
                .etag();
    }

    private WallScreen there() {
        return WallScreen.at(thereUrl(), tokenUntil(Instant.now().plus(Duration.ofDays(1))));
    }

    private String thereUrl() {
        return "http://127.0.0.1:" + port() + "/v1/queue/stream";
    }

    private int port() {
        return other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
