package scot.fort.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceTests {

    /** Where the eight symbols stand in {@code FORT-XXXX-XXXX}. */
    private static final int[] PLACES = {5, 6, 7, 8, 10, 11, 12, 13};

    private final Random random = new Random(20261125);

    @Test
    void hasTheFormThatPeopleCanSay() {
        for (String reference : references(1000)) {
            assertThat(reference).matches("FORT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(Reference.isSound(reference)).isTrue();
        }
    }

    @Test
    void isNotTheSameTwice() {
        Set<String> references = new HashSet<>(references(20_000));

        assertThat(references).hasSize(20_000);
    }

    /** The check is linear, so what holds for every change of a hundred references holds for all. */
    @Test
    void noticesEverySingleWrongSymbol() {
        for (String reference : references(100)) {
            for (int place : PLACES) {
                for (char symbol : Reference.SYMBOLS.toCharArray()) {
                    if (symbol != reference.charAt(place)) {
                        assertThat(Reference.isSound(with(reference, place, symbol)))
                                .as("%s with %s at %d", reference, symbol, place)
                                .isFalse();
                    }
                }
            }
        }
    }

    /** Every pair of symbols at every two places that stand side by side, in a reference made to hold them. */
    @Test
    void noticesEveryTwoNeighboursThatChangedPlaces() {
        int swapped = 0;
        for (int at = 0; at < PLACES.length - 1; at++) {
            for (char left : Reference.SYMBOLS.toCharArray()) {
                for (char right : Reference.SYMBOLS.toCharArray()) {
                    String reference = holding(at, left, right);
                    if (left != right) {
                        String wrong = with(with(reference, PLACES[at], right), PLACES[at + 1], left);
                        assertThat(Reference.isSound(wrong))
                                .as("%s as %s", reference, wrong)
                                .isFalse();
                        swapped++;
                    }
                }
            }
        }
        assertThat(swapped).isEqualTo(7 * 32 * 31);
    }

    @Test
    void takesNoSymbolThatIsMistakenForAnother() {
        assertThat(Reference.SYMBOLS).hasSize(32).doesNotContain("I", "L", "O", "U");
        assertThat(Reference.isSound("FORT-0000-0000")).isTrue();
        assertThat(Reference.isSound("FORT-OOOO-OOOO")).isFalse();
        assertThat(Reference.isSound("FORT-00000000")).isFalse();
    }

    /** A sound reference with two given symbols: another place is changed until the check is right. */
    private String holding(int at, char left, char right) {
        int free = (at + 2) % PLACES.length;
        String base = with(with(references(1).getFirst(), PLACES[at], left), PLACES[at + 1], right);
        for (char symbol : Reference.SYMBOLS.toCharArray()) {
            String candidate = with(base, PLACES[free], symbol);
            if (Reference.isSound(candidate)) {
                return candidate;
            }
        }
        throw new AssertionError("Some symbol makes every sum zero");
    }

    private List<String> references(int count) {
        List<String> references = new ArrayList<>();
        for (int made = 0; made < count; made++) {
            references.add(Reference.random(random).text());
        }
        return references;
    }

    private static String with(String reference, int place, char symbol) {
        return reference.substring(0, place) + symbol + reference.substring(place + 1);
    }
}
