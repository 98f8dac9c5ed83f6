package scot.fort.triage.screening.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysTests {

    private final BankHolidays scottish = BankHolidays.of("sct");

    @ParameterizedTest
    @CsvSource({
        "2026, '2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-08-03 2026-11-30 2026-12-25 2026-12-28'",
        "2027, '2027-01-01 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02 2027-11-30 2027-12-27 2027-12-28'"
    })
    void areThoseThatTheGovernmentPublishes(int year, String expected) {
        List<String> weekdays = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(scottish)
                .map(LocalDate::toString)
                .toList();

        assertThat(String.join(" ", weekdays)).isEqualTo(expected);
    }

    @Test
    void areNotTheEnglishOnes() {
        LocalDate englishSummerHoliday = LocalDate.of(2026, 8, 31);

        assertThat(scottish.test(englishSummerHoliday)).isFalse();
        assertThat(BankHolidays.of("eng").test(englishSummerHoliday)).isTrue();
    }
}
