package scot.fort.intake.referral;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A reference that people can say: {@code FORT-XXXX-XXXX} in Crockford's base 32, seven symbols of chance and one that
 * checks them.
 *
 * <p>The symbols are elements of the field of 32 elements (polynomial x^5 + x^2 + 1). A reference is right when the sum of
 * its symbols, each times its own power of x, is zero; all eight factors differ, so one wrong symbol, or two that changed
 * places, are always noticed.
 */
public record Reference(String text) {

    static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int POLYNOMIAL = 0b100101;
    private static final Pattern FORM = Pattern.compile("FORT-[" + SYMBOLS + "]{4}-[" + SYMBOLS + "]{4}");

    public Reference {
        if (!isSound(text)) {
            throw new IllegalArgumentException("No sound reference");
        }
    }

    /** One of 34 thousand million. */
    public static Reference random(RandomGenerator random) {
        int sum = 0;
        StringBuilder symbols = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH - 1; place++) {
            int symbol = random.nextInt(SYMBOLS.length());
            symbols.append(SYMBOLS.charAt(symbol));
            sum = timesX(sum ^ symbol);
        }
        symbols.append(SYMBOLS.charAt(sum));
        return new Reference("FORT-" + symbols.substring(0, 4) + "-" + symbols.substring(4));
    }

    /** Whether a text has the form of a reference and its check symbol is right. */
    public static boolean isSound(String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (char symbol : text.substring(5).replace("-", "").toCharArray()) {
            sum = timesX(sum) ^ SYMBOLS.indexOf(symbol);
        }
        return sum == 0;
    }

    private static int timesX(int element) {
        int shifted = element << 1;
        return shifted < SYMBOLS.length() ? shifted : shifted ^ POLYNOMIAL;
    }
}
