package scot.fort.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies that are made to cost much, to mean two things or to break what reads them, and what each is answered. */
final class HostileBodies {

    private static final String VISIT = "{\"code\": \"HOME\", \"note\": \"n\", %s}";

    private HostileBodies() {}

    static Stream<Arguments> all() {
        return Stream.of(shape(), numbers(), meaning(), bytes(), costs()).flatMap(each -> each);
    }

    private static Stream<Arguments> shape() {
        return Stream.of(
                malformed("100,000 arrays in each other", "[".repeat(100_000)),
                malformed("40,000 objects in each other", "{\"a\":".repeat(40_000)),
                malformed("a name of 200,000 characters", "{\"" + "n".repeat(200_000) + "\": 1}"),
                malformed("120,000 elements", visit("\"places\": [" + "0,".repeat(120_000) + "0]")),
                malformed("80,000 empty objects", visit("\"places\": [" + "{},".repeat(80_000) + "{}]")),
                malformed("25,000 members", "{" + members(25_000, index -> Integer.toString(index, 36)) + "}"),
                invalid("3,000 unknown members", "{" + members(3_000, index -> "n" + index) + "}"));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of(
                malformed("200,000 digits", count("9".repeat(200_000))),
                malformed("200,000 digits behind the point", count("0." + "9".repeat(200_000))),
                malformed("an exponent that no exponent can be", count("1e99999999999")),
                malformed("an exponent below what one can be", count("100e-99999999999")),
                malformed("an exponent that is just too large", count("1e2147483648")),
                invalid("the largest exponent", count("100e2147483647")),
                invalid("the smallest exponent", count("100e-2147483647")),
                invalid("an endless number", count("1e999999999")),
                invalid("an endless fraction", count("1e-999999999")),
                invalid("a fraction that a double takes for nothing", count("1e-400")),
                invalid("a fraction that a double takes for one", count("1.00000000000000000001")),
                invalid("a number that a double takes for infinite", count("1e999")),
                invalid("an endless number where anything is allowed", visit("\"extensions\": {\"n\": 1e999999999}")));
    }

    private static Stream<Arguments> meaning() {
        return Stream.of(
                malformed("a name twice", visit("\"note\": \"m\"")),
                malformed("a name twice, once written otherwise", visit("\"n\\u006fte\": \"m\"")),
                malformed(
                        "a name twice far down",
                        visit("\"extensions\": {\"a\": [{\"b\": {\"c\": 1, \"\\u0063\": 2}}]}")),
                malformed("two bodies", "{}{}"),
                invalid("half of a character", visit("\"extensions\": {\"a\": \"\\ud83d\"}")),
                invalid("a name with half of a character", visit("\"extensions\": {\"\\udc00\": 1}")),
                invalid("NUL, written out", visit("\"extensions\": {\"a\": \"\\u0000\"}")));
    }

    private static Stream<Arguments> bytes() {
        return Stream.of(
                malformed("NUL", "{\"code\": \"\0\"}"),
                malformed("a byte order mark", "\u00ef\u00bb\u00bf{}"),
                malformed("an overlong character", "{\"code\": \"\u00c1\u0081\"}"),
                malformed("half of a character as UTF-8", "{\"code\": \"\u00ed\u00a0\u0080\"}"),
                malformed("a character beyond Unicode", "{\"code\": \"\u00f4\u0090\u0080\u0080\"}"),
                malformed("UTF-16", "\u00ff\u00fe{\0}\0"),
                malformed("a gzip", "\u001f\u008b\u0008\0\0\0\0\0"));
    }

    private static Stream<Arguments> costs() {
        return Stream.of(
                invalid("names of one hash, as Java has it", "{" + members(5_000, sameHash("Aa", "BB")) + "}"),
                invalid("names of one hash, as Jackson has it", "{" + members(5_000, sameHash("ab", "bA")) + "}"),
                invalid(
                        "values of one hash",
                        visit("\"kinds\": ["
                                + IntStream.range(0, 5_000)
                                        .mapToObj(sameHash("Aa", "BB"))
                                        .map(value -> '"' + value + '"')
                                        .collect(Collectors.joining(","))
                                + "]")),
                invalid(
                        "130,000 marks on one character, in the wrong order",
                        visit("\"extensions\": {\"a\": \"e" + utf8("\u0300".repeat(65_000) + "\u0323".repeat(65_000))
                                + "\"}")),
                invalid(
                        "a pattern against 200,000 characters",
                        visit("\"mail\": \"a@b" + ".c".repeat(100_000) + "@\"")));
    }

    static String visit(String members) {
        return VISIT.formatted(members);
    }

    static String count(String number) {
        return visit("\"count\": " + number);
    }

    private static String members(int count, IntFunction<String> names) {
        return IntStream.range(0, count)
                .mapToObj(index -> '"' + names.apply(index) + "\":1")
                .collect(Collectors.joining(","));
    }

    /** Names of 26 characters, put together from two pairs that count as the same. */
    private static IntFunction<String> sameHash(String one, String other) {
        return index -> IntStream.range(0, 13)
                .mapToObj(bit -> (index >> bit & 1) == 0 ? one : other)
                .collect(Collectors.joining());
    }

    /** As the characters that stand for its bytes. */
    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static Arguments malformed(String name, String body) {
        return argumentSet(name, body, 400, "malformed-json");
    }

    private static Arguments invalid(String name, String body) {
        return argumentSet(name, body, 422, "invalid");
    }
}
