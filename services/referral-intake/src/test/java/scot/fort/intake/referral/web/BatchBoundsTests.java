package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.TestPropertySource;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

/** A service that takes one small batch at a time and has little patience. */
@Timeout(120)
@TestPropertySource(
        properties = {
            "fort.intake.batch.at-once=1",
            "fort.intake.batch.most-lines=20000",
            "fort.intake.batch.most-unread=64KB",
            "server.tomcat.connection-timeout=1s"
        })
class BatchBoundsTests extends BatchServiceTest {

    @Test
    void asksAnotherBatchToComeAgainWhileItIsBusy() throws IOException {
        try (RawBatch first = new RawBatch(port, school("school-rosebank"), Duration.ofSeconds(30))) {
            first.send(line(aKey(), aReferral()) + "\n");
            first.readAnswer();

            Answer second = send(batch(NDJSON, line(aKey(), aReferral())));

            assertThat(second.expect(429).text("code")).isEqualTo("busy");
            assertThat(second.header("Retry-After")).isEqualTo("10");
            first.end();
            assertThat(first.readAnswer()).isEmpty();
        }

        takesOneAgain();
    }

    @Test
    void cutsOffAClientThatNeverReads() throws IOException {
        String wrong = "{%s}\n"
                .formatted(
                        IntStream.range(0, 12).mapToObj(n -> "\"m" + n + "\":0").collect(Collectors.joining(",")));
        try (RawBatch batch = new RawBatch(port, school("school-rosebank"), Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < 100_000; sent++) {
                            batch.send(wrong.repeat(10));
                        }
                    })
                    .isInstanceOf(IOException.class);
        }

        takesOneAgain();
    }

    @Test
    void cutsOffAClientThatSendsNothingMore() throws IOException {
        try (RawBatch batch = new RawBatch(port, school("school-rosebank"), Duration.ofSeconds(30))) {
            batch.send(line(aKey(), aReferral()) + "\n");
            batch.readAnswer();

            takesOneAgain();
        }
    }

    @Test
    void endsABatchOfTooManyLinesAfterAnsweringTheOthers() {
        String body = "[]\n".repeat(30_000);

        List<JsonNode> answers = lines(send(batch(NDJSON, body)));

        assertThat(answers).hasSize(20_001);
        assertThat(answers.getLast().get("line").intValue()).isEqualTo(20_001);
        assertThat(answers.getLast().get("status").intValue()).isEqualTo(413);
        assertThat(answers.get(19_999).get("status").intValue()).isEqualTo(422);
    }

    private void takesOneAgain() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        send(batch(NDJSON, "")).status())
                .isEqualTo(200));
    }
}
