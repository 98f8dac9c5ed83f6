package scot.fort.platform.web.body;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Numbers as they were written. Most readers of JSON keep a number as a double, which loses digits of some; here it is
 * known of which. No exponent is ever expanded: {@code 1e-999999999} is short to write and endless to write out.
 */
final class Numbers {

    private static final int HIGHEST_EXPONENT = 307;
    private static final int LOWEST_EXPONENT = -306;
    private static final double BEYOND_LONG = 0x1p63;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Numbers() {}

    /** Whether a number is neither greater nor closer to zero than the doubles of full precision. */
    static boolean isInRange(JsonNode number) {
        if (isDouble(number)) {
            return Double.isFinite(number.doubleValue());
        }
        var value = number.decimalValue();
        long exponent = (long) value.precision() - value.scale() - 1;
        return value.signum() == 0 || exponent >= LOWEST_EXPONENT && exponent <= HIGHEST_EXPONENT;
    }

    /** Whether a number in range is a double's own decimal, so that another one is another double. */
    static boolean isKeptByDouble(JsonNode number) {
        return isDouble(number) || isKeptByDouble(number.decimalValue());
    }

    /** A number as its plainest node: a whole one is an integer however it was written; nothing of its value is lost. */
    static JsonNode plain(JsonNode number) {
        if (number.isInt() || number.isLong() || !isInRange(number) || !isKeptByDouble(number)) {
            return number;
        }
        var value = number.doubleValue();
        if (value != Math.rint(value) || Math.abs(value) >= BEYOND_LONG) {
            return NODES.numberNode(value);
        }
        var whole = number.decimalValue().longValueExact();
        return whole == (int) whole ? NODES.numberNode((int) whole) : NODES.numberNode(whole);
    }

    /** A text of the exact value: the shortest for a number in range, and that of no other number for any. */
    static String exact(JsonNode number) {
        return isInRange(number) ? number.decimalValue().stripTrailingZeros().toString() : number.asString();
    }

    private static boolean isKeptByDouble(BigDecimal value) {
        return new BigDecimal(Double.toString(value.doubleValue())).compareTo(value) == 0;
    }

    private static boolean isDouble(JsonNode number) {
        return number.isFloat() || number.isDouble();
    }
}
