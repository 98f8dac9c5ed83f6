package scot.fort.intake.referral.form;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.intake.referral.SyntheticReferrals.aReferral;
import static scot.fort.intake.referral.SyntheticReferrals.child;
import static scot.fort.intake.referral.form.Judge.told;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Dates, times and ages, judged at noon on 25 November 2026 unless a test says otherwise. */
class DateRulesTests {

    /** Days change at midnight in London, an hour before that of UTC in summer; so too where the clocks change. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-01T22:59:59.999Z, 2026-07-01",
        "2026-07-01T23:00:00Z, 2026-07-02",
        "2026-07-01T23:30:00Z, 2026-07-02",
        "2026-01-15T23:59:59Z, 2026-01-15",
        "2026-01-16T00:00:00Z, 2026-01-16",
        "2026-03-28T23:30:00Z, 2026-03-28",
        "2026-03-29T22:59:59Z, 2026-03-29",
        "2026-03-29T23:00:00Z, 2026-03-30",
        "2026-10-24T23:00:00Z, 2026-10-25",
        "2026-10-25T23:30:00Z, 2026-10-25",
        "2026-10-26T00:00:00Z, 2026-10-26",
        "2028-02-28T23:59:59Z, 2028-02-28",
        "2028-02-29T00:00:00Z, 2028-02-29"
    })
    void countsDaysAsInLondon(String now, String today) {
        ObjectNode referral = aReferral().put("occurredAt", "2026-01-01T00:00:00Z");
        referral.withObject("lawfulBasis").remove("consent");
        child(referral).put("dateOfBirth", today);
        assertThat(Judge.faults(referral, Judge.at(now))).isEmpty();

        child(referral).put("dateOfBirth", LocalDate.parse(today).plusDays(1).toString());
        assertThat(told(Judge.faults(referral, Judge.at(now))))
                .containsExactly("/children/0/dateOfBirth in-the-future");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1899-12-31, out-of-range, -",
                "0001-01-01, out-of-range, -",
                "1800-06-01, out-of-range, -",
                "1900-01-01, -, unlikely",
                "1990-05-05, -, unlikely",
                "1999-11-25, -, unlikely",
                "1999-11-26, -, -",
                "2026-11-25, -, -",
                "2026-11-26, in-the-future, -",
                "9999-12-31, in-the-future, -",
                "2024-02-29, -, -",
                "2023-02-29, bad-format, -",
                "2015-3-9, bad-format, -",
                "09/03/2015, bad-format, -",
                "+12015-03-09, bad-format, -",
                "2015-03-09T00:00:00Z, bad-format, -"
            })
    void refusesDatesOfBirthThatCannotBeAndWarnsOfThoseOfGrownUps(String date, String fault, String warning) {
        ObjectNode referral = aReferral();
        child(referral).put("dateOfBirth", date);

        assertThat(told(Judge.faults(referral)))
                .isEqualTo(fault == null ? List.of() : List.of("/children/0/dateOfBirth " + fault));
        assertThat(told(Judge.warnings(referral)))
                .isEqualTo(warning == null ? List.of() : List.of("/children/0/dateOfBirth " + warning));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-10-13, too-long-ago, -",
                "2026-10-14, -, -",
                "2027-09-21, -, -",
                "2027-09-22, -, unlikely",
                "0000-01-01, too-long-ago, -",
                "2027-02-29, bad-format, -"
            })
    void takesExpectedDatesFromSixWeeksAgoAndWarnsOfThoseFarAhead(String date, String fault, String warning) {
        ObjectNode referral = aReferral();
        child(referral).remove("dateOfBirth");
        child(referral).put("expectedDateOfBirth", date);

        assertThat(told(Judge.faults(referral)))
                .isEqualTo(fault == null ? List.of() : List.of("/children/0/expectedDateOfBirth " + fault));
        assertThat(told(Judge.warnings(referral)))
                .isEqualTo(warning == null ? List.of() : List.of("/children/0/expectedDateOfBirth " + warning));
    }

    @Test
    void takesWhenAPrematureChildWasExpectedAndWarnsWhereTheTwoDatesAreOfNoOneChild() {
        ObjectNode referral = aReferral();
        child(referral).put("dateOfBirth", "2026-11-20").put("expectedDateOfBirth", "2027-02-01");
        assertThat(Judge.faults(referral)).isEmpty();
        assertThat(Judge.warnings(referral)).isEmpty();

        child(referral).put("dateOfBirth", "2015-03-09");
        assertThat(Judge.faults(referral)).isEmpty();
        assertThat(told(Judge.warnings(referral))).containsExactly("/children/0/expectedDateOfBirth disagrees");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-25T12:00:00Z",
                "2026-11-25T13:00:00+01:00",
                "2026-11-25T07:00:00.000-05:00",
                "2026-11-25T11:59:59.999999999Z",
                "2026-11-25t12:00:00z",
                "2026-11-26T01:59:00+14:00",
                "2026-11-25T12:00:00-00:00",
                "2016-12-31T23:59:60Z",
                "1900-01-01T00:00:00Z",
                "2024-02-29T00:00:00Z"
            })
    void takesTimesWithAnyOffset(String time) {
        ObjectNode referral = aReferral().put("occurredAt", time);
        referral.withObject("lawfulBasis").withObject("consent").put("at", time);

        assertThat(Judge.faults(referral)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T12:00:00.001Z, in-the-future",
        "2026-11-25T11:30:00-01:00, in-the-future",
        "1899-12-31T23:59:59Z, out-of-range",
        "0001-01-01T00:00:00Z, out-of-range",
        "2026-11-25T12:00:00, bad-format",
        "2026-11-25, bad-format",
        "2026-02-30T12:00:00Z, bad-format",
        "2026-11-25T25:00:00Z, bad-format",
        "2026-11-24T24:00:00Z, bad-format",
        "2026-11-24 12:00:00Z, bad-format",
        "yesterday, bad-format"
    })
    void refusesOtherTimes(String time, String fault) {
        ObjectNode referral = aReferral().put("occurredAt", time);
        referral.withObject("lawfulBasis").withObject("consent").put("at", time);

        assertThat(told(Judge.faults(referral)))
                .containsExactlyInAnyOrder("/occurredAt " + fault, "/lawfulBasis/consent/at " + fault);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, -",
                "25, -",
                "3.0, -",
                "-1, out-of-range",
                "26, out-of-range",
                "1e2, out-of-range",
                "3.5, wrong-type",
                "'\"3\"', wrong-type",
                "true, wrong-type",
                "99999999999999999999, out-of-range"
            })
    void takesAgesOfWholeYearsUpTo25(String age, String fault) {
        String body = aReferral().toString().replace("\"ageEstimate\":null", "\"ageEstimate\":" + age);

        assertThat(Judge.faultsOf(body))
                .isEqualTo(fault == null ? List.of() : List.of("/children/0/ageEstimate " + fault));
    }

    /** A number that no one means, and that would be expensive to expand. */
    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e999999999", "-1e999999999"})
    void refusesAgesOutOfAllProportion(String age) {
        String body = aReferral().toString().replace("\"ageEstimate\":null", "\"ageEstimate\":" + age);

        assertThat(Judge.problemOf(body)).isIn("invalid", "malformed-json");
    }

    @Test
    void takesAWardOnlyWhileItIsEffective() {
        ObjectNode referral = aReferral().put("occurredAt", "2026-01-02T00:00:00Z");
        referral.withObject("lawfulBasis").remove("consent");
        child(referral).withObject("address").put("ward", "OLD");
        var wards = Judge.wards(Judge.ward("OLD", null, "2026-07-01"), Judge.ward("NEW", "2026-07-02", null));

        assertThat(Judge.faults(new ReferralRules(wards, Judge.at("2026-07-01T22:59:59Z")), referral))
                .isEmpty();
        assertThat(Judge.faults(new ReferralRules(wards, Judge.at("2026-07-01T23:00:00Z")), referral))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("unknown-code"))
                .satisfies(fault -> assertThat(fault.message()).isEqualTo("Must be one of: NEW."));
    }
}
