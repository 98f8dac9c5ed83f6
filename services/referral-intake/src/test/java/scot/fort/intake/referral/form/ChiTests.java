package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChiTests {

    private static final Chi CHI = new Chi("0105196282");

    @Test
    void hasOneRightCheckDigitAtMost() {
        assertThat(IntStream.range(0, 10).filter(digit -> new Chi("010519628" + digit).hasRightCheckDigit()))
                .containsExactly(2);
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj("010119%03d"::formatted)
                        .filter(start -> start.length() == 9)
                        .mapToLong(start -> IntStream.range(0, 10)
                                .filter(digit -> new Chi(start + digit).hasRightCheckDigit())
                                .count()))
                .allMatch(right -> right <= 1);
    }

    @Test
    void agreesWithOneBirthdayInACentury() {
        assertThat(CHI.agreesWith(LocalDate.parse("2019-05-01"))).isTrue();
        assertThat(CHI.agreesWith(LocalDate.parse("1919-05-01"))).isTrue();
        assertThat(CHI.agreesWith(LocalDate.parse("2019-01-05"))).isFalse();
    }

    @Test
    void speaksOfAWomanByAnEvenNinthDigit() {
        assertThat(CHI.speaksAgainst("MALE")).isTrue();
        assertThat(CHI.speaksAgainst("FEMALE")).isFalse();
        assertThat(CHI.speaksAgainst("UNKNOWN")).isFalse();
        assertThat(CHI.speaksAgainst("INDETERMINATE")).isFalse();
    }

    @Test
    void isTenDigits() {
        assertThat(Chi.of("0105196282")).contains(CHI);
        assertThat(Chi.of("010519628")).isEmpty();
        assertThat(Chi.of("01051962\u0668\u0662")).isEmpty();
    }
}
