package scot.fort.platform.web.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * A position in a sorted list: the sort keys of the last item shown, opaque and URL-safe on the wire. Keys are codes,
 * numbers, times and ids; never a name. A part that another list has written, or that was tampered with, is refused
 * with 422 at {@code /cursor}.
 *
 * @param parts the sort keys in their order
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001f";
    private static final int MAXIMUM_LENGTH = 1024;
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    public Cursor {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.contains(SEPARATOR))) {
            throw new IllegalArgumentException("A cursor needs at least one part, free of control characters");
        }
    }

    /** From sort keys: strings, numbers, times, enums, ids. */
    public static Cursor of(Object... keys) {
        return new Cursor(Stream.of(keys).map(Object::toString).toList());
    }

    /** What goes to the caller. */
    public String encoded() {
        var joined = parts.stream().collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String encoded) {
        if (encoded.isEmpty() || encoded.length() > MAXIMUM_LENGTH) {
            throw bad();
        }
        try {
            var joined = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return new Cursor(Arrays.asList(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException malformed) {
            throw bad();
        }
    }

    /** The part at {@code index} as it is. */
    public String text(int index) {
        if (index >= parts.size()) {
            throw bad();
        }
        return parts.get(index);
    }

    /** The part at {@code index} as a whole number. */
    public long number(int index) {
        return parsed(index, Long::parseLong);
    }

    /** The part at {@code index} as a time. */
    public Instant instant(int index) {
        Instant time = parsed(index, Instant::parse);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw bad();
        }
        return time;
    }

    private <T> T parsed(int index, Function<String, T> parser) {
        try {
            return parser.apply(text(index));
        } catch (NumberFormatException | DateTimeParseException foreign) {
            throw bad();
        }
    }

    private static ProblemException bad() {
        return new ProblemException(Problem.invalid("/cursor", "bad-format", "This is no cursor of this list."));
    }
}
