package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** How a batch goes over the wire. */
@Timeout(120)
class BatchStreamTests extends BatchServiceTest {

    private static final int MANY = 15_000;

    @Test
    void answersALineBeforeTheNextOneIsSent() throws IOException {
        try (RawBatch batch = new RawBatch(port, school("school-rosebank"), Duration.ofSeconds(30))) {
            for (int number = 1; number <= 3; number++) {
                batch.send(line(aKey(), aReferral()) + "\n");

                JsonNode answer = JSON.readTree(batch.readAnswer());
                assertThat(answer.get("line").intValue()).isEqualTo(number);
                assertThat(answer.get("status").intValue()).isEqualTo(201);
            }
            batch.end();
            assertThat(batch.readAnswer()).isEmpty();
        }
    }

    @Test
    void answersAClientThatAsksBeforeItSends() {
        List<JsonNode> answers =
                lines(send(batch(NDJSON, line(aKey(), aReferral())).expectContinue(true)));

        assertThat(answers)
                .extracting(answer -> answer.get("status").intValue())
                .containsExactly(201);
    }

    @Test
    void tellsAClientThatSendsEverythingFirstThatItsHeaderIsWrong() {
        String rows = "lane,narative\n" + "FAMILY_SUPPORT,x\n".repeat(500_000);

        assertThat(errors(send(batch(CSV, rows)).expect(422).json())).containsExactly("/narative unknown-field");
    }

    /** More answers than the buffers of both sockets hold, so that one thread for both directions would wait for ever. */
    @Test
    void answersAClientThatSendsEverythingBeforeItReadsAnything() throws IOException {
        String wrong = "{%s}%s\n"
                .formatted(
                        IntStream.range(0, 8).mapToObj(n -> "\"m" + n + "\":0").collect(Collectors.joining(",")),
                        " ".repeat(900));
        try (RawBatch batch = new RawBatch(port, school("school-rosebank"), Duration.ofSeconds(30))) {
            String hundred = wrong.repeat(100);
            for (int sent = 0; sent < MANY; sent += 100) {
                batch.send(hundred);
            }
            batch.send(line(aKey(), aReferral()));
            batch.end();

            long bytes = 0;
            for (int number = 1; number <= MANY; number++) {
                String answer = batch.readAnswer();
                bytes += answer.length();
                assertThat(answer).startsWith("{\"line\":" + number + ",\"status\":422");
            }
            assertThat(bytes).isGreaterThan(8_000_000);
            assertThat(batch.readAnswer()).startsWith("{\"line\":" + (MANY + 1) + ",\"status\":201");
            assertThat(batch.readAnswer()).isEmpty();
        }
    }

    /** What was accepted is told again, and what was not read or not sent is made up for. */
    @Test
    void comesToTheSameWhenItIsSentAgainWholeAfterACut() throws IOException {
        List<String> lines = IntStream.range(0, 40)
                .mapToObj(number -> line(aKey(), aReferral()))
                .toList();
        Map<Integer, String> told = new HashMap<>();
        try (RawBatch batch = new RawBatch(port, school("school-rosebank"), Duration.ofSeconds(30))) {
            batch.send(String.join("\n", lines.subList(0, 30)) + "\n"
                    + lines.get(30).substring(0, 500));
            for (int number = 1; number <= 10; number++) {
                told.put(number, JSON.readTree(batch.readAnswer()).get("id").stringValue());
            }
        }

        List<JsonNode> again = sendLines(lines.toArray(String[]::new));

        assertThat(again).hasSize(40).allMatch(answer -> answer.get("status").intValue() == 201);
        assertThat(again.subList(0, 10))
                .allMatch(answer -> answer.get("replayed").booleanValue()
                        && answer.get("id")
                                .stringValue()
                                .equals(told.get(answer.get("line").intValue())));
        assertThat(again.subList(30, 40)).as("never sent whole").allMatch(answer -> !answer.has("replayed"));
        assertThat(again.stream().map(answer -> answer.get("id").stringValue()).distinct())
                .hasSize(40);
    }
}
