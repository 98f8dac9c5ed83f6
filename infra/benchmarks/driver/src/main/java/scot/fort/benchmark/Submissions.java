package scot.fort.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is sent: the example referrals in turn, each time under an idempotency key and a source reference of its own, written
 * into a request that is ready but for these.
 */
final class Submissions {

    /** Stands where the number goes, in as many bytes. */
    private static final String SLOT = "%%%%%%%%%%%%";

    private static final JsonMapper JSON = new JsonMapper();

    private final List<byte[]> templates;
    private final AtomicLong sent = new AtomicLong();

    private Submissions(List<byte[]> templates) {
        this.templates = templates;
    }

    /**
     * Of a file with {@code {"body": {...}}} a line. Unborn children are left out: their dates are too old one day.
     *
     * @param tokens of the clients that submit in turn
     */
    static Submissions of(Path examples, List<String> tokens) {
        try (Stream<String> lines = Files.lines(examples)) {
            List<JsonNode> bodies = lines.map(line -> JSON.readTree(line).get("body"))
                    .filter(body -> body.get("children")
                            .valueStream()
                            .noneMatch(child -> child.hasNonNull("expectedDateOfBirth")))
                    .toList();
            List<byte[]> templates = bodies.stream()
                    .flatMap(body -> tokens.stream().map(token -> template((ObjectNode) body, token)))
                    .toList();
            return new Submissions(templates);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The next request, whole. */
    byte[] next() {
        long number = sent.getAndIncrement();
        byte[] request = templates.get((int) (number % templates.size())).clone();
        byte[] digits = String.format("%0" + SLOT.length() + "d", number).getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        for (int slot = find(request, from); slot >= 0; slot = find(request, from)) {
            System.arraycopy(digits, 0, request, slot, digits.length);
            from = slot + digits.length;
        }
        return request;
    }

    /** Bytes of a request on average. */
    long averageBytes() {
        return templates.stream().mapToLong(template -> template.length).sum() / templates.size();
    }

    private static byte[] template(ObjectNode body, String token) {
        ObjectNode submitted = body.deepCopy();
        ((ObjectNode) submitted.get("source")).put("reference", SLOT);
        byte[] content = JSON.writeValueAsBytes(submitted);
        String head = """
                POST /v1/referrals HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Content-Type: application/json
                Idempotency-Key: %s
                Content-Length: %d

                """.formatted(token, SLOT, content.length).replace("\n", "\r\n");
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[headBytes.length + content.length];
        System.arraycopy(headBytes, 0, request, 0, headBytes.length);
        System.arraycopy(content, 0, request, headBytes.length, content.length);
        return request;
    }

    private static int find(byte[] request, int from) {
        int matched = 0;
        for (int at = from; at < request.length; at++) {
            matched = request[at] == '%' ? matched + 1 : 0;
            if (matched == SLOT.length()) {
                return at - matched + 1;
            }
        }
        return -1;
    }
}
