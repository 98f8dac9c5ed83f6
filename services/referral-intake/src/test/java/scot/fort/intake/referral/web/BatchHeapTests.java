package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scot.fort.intake.referral.SyntheticReferrals;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a large batch takes of the heap while it is under way. */
@Timeout(300)
class BatchHeapTests extends BatchServiceTest {

    private static final int LINES = 10_000;
    private static final int MEASURED_EVERY = 2_000;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final List<JsonNode> samples = SyntheticReferrals.valid().stream()
            .map(sample -> sample.get("body"))
            .toList();
    private final List<Long> measured = Collections.synchronizedList(new ArrayList<>());

    /**
     * Measured within the body, that is after the lines before were sent and while those are being worked on. One in ten is
     * stored; the others lack only the key, so that they are read and judged like these, and the test takes some seconds.
     */
    @Test
    void takesNoMoreOfTheHeapHoweverManyLinesItHas() throws Exception {
        sendLines(line(aKey(), aReferral()));
        long before = liveBytes();
        Iterator<InputStream> body =
                IntStream.range(0, LINES).mapToObj(this::measuredLine).iterator();

        Map<String, Long> answers = follow(
                        batch(NDJSON, BodyPublishers.ofInputStream(() -> new SequenceInputStream(inOrder(body)))))
                .body()
                .collect(Collectors.groupingBy(
                        answer -> answer.replaceAll(".*\"status\":(\\d+).*", "$1"), Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of("201", LINES / 10L, "428", LINES - LINES / 10L));
        assertThat(measured).hasSize(LINES / MEASURED_EVERY).allMatch(bytes -> bytes - before < MOST_BYTES);
    }

    private InputStream measuredLine(int number) {
        if (number % MEASURED_EVERY == MEASURED_EVERY - 1) {
            measured.add(liveBytes());
        }
        ObjectNode referral = (ObjectNode) samples.get(number % samples.size()).deepCopy();
        referral.withObject("source").put("reference", aKey());
        String line = number % 10 == 0
                ? line(aKey(), referral)
                : JSON.writeValueAsString(JSON.createObjectNode().set("referral", referral));
        return new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Enumeration<InputStream> inOrder(Iterator<InputStream> parts) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        };
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
