package scot.fort.intake.referral.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What holds for times and dates on the day of receipt.
 *
 * @param today in Europe/London
 */
record TimeRules(Instant now, LocalDate today) {

    /** What is said to be earlier is a slip, or a default that some system puts for "not known". */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static TimeRules at(Clock clock, ZoneId zone) {
        Instant now = clock.instant();
        return new TimeRules(now, LocalDate.ofInstant(now, zone));
    }

    /** A time at which something has happened. */
    void past(Place time, Findings findings) {
        time.time().ifPresent(instant -> {
            if (instant.isAfter(now)) {
                future(time, findings);
            } else if (instant.isBefore(EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant())) {
                tooEarly(time, findings);
            }
        });
    }

    /** A day on which something has happened. @return whether it can have been so */
    boolean pastDay(Place day, Findings findings) {
        Optional<LocalDate> date = day.date();
        if (date.filter(said -> said.isAfter(today)).isPresent()) {
            future(day, findings);
            return false;
        }
        if (date.filter(said -> said.isBefore(EARLIEST)).isPresent()) {
            tooEarly(day, findings);
            return false;
        }
        return true;
    }

    private static void future(Place place, Findings findings) {
        findings.fault(place, RuleCode.IN_THE_FUTURE, "Must not be in the future.");
    }

    private static void tooEarly(Place place, Findings findings) {
        findings.fault(place, RuleCode.OUT_OF_RANGE, "Must not be before " + EARLIEST.getYear() + ".");
    }
}
