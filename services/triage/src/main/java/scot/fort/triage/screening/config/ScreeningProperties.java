package scot.fort.triage.screening.config;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import scot.fort.triage.screening.Targets;

/**
 * Settings of screening.
 *
 * @param lease how long a claim holds unless it is renewed
 * @param calendar when the hub works
 * @param targets how soon it screens; each holds from its date on, until the next takes over
 */
@ConfigurationProperties("fort.screening")
record ScreeningProperties(
        @DefaultValue("30m") Duration lease,
        @DefaultValue Calendar calendar,
        @DefaultValue List<Target> targets) {

    private static final String PREFIX = "fort.screening.";

    ScreeningProperties {
        Assert.isTrue(lease.isPositive(), PREFIX + "lease must be longer than nothing");
        Assert.notEmpty(targets, PREFIX + "targets must not be empty");
        Assert.isTrue(
                new HashSet<>(targets.stream().map(Target::effectiveFrom).toList()).size() == targets.size(),
                PREFIX + "targets must each have an effective-from of their own");
        Assert.isTrue(
                new HashSet<>(targets.stream().map(Target::version).toList()).size() == targets.size(),
                PREFIX + "targets must each have a version of their own");
    }

    /**
     * The working calendar, Monday to Friday.
     *
     * @param zone time zone of the hub
     * @param opens local time
     * @param closes local time
     * @param region whose bank holidays the hub keeps, a region of the United Kingdom
     * @param localHolidays further days on which it is closed
     */
    record Calendar(
            @DefaultValue("Europe/London") ZoneId zone,
            @DefaultValue("09:00") LocalTime opens,
            @DefaultValue("17:00") LocalTime closes,
            @DefaultValue("sct") String region,
            @DefaultValue List<LocalDate> localHolidays) {

        Calendar {
            Assert.isTrue(
                    opens.isBefore(closes), PREFIX + "calendar.opens must be before fort.screening.calendar.closes");
            Assert.isTrue(
                    BankHolidays.REGIONS.contains(region),
                    PREFIX + "calendar.region must be one of " + BankHolidays.REGIONS);
        }
    }

    /**
     * The targets of one period.
     *
     * @param version by which a decision says which targets it followed
     * @param effectiveFrom first day, by the day of receipt
     * @param red time round the clock
     * @param amberWorkingDays working days
     * @param greenWorkingDays working days
     */
    record Target(
            String version, LocalDate effectiveFrom, Duration red, Integer amberWorkingDays, Integer greenWorkingDays) {

        private static final String TARGETS = PREFIX + "targets[].";

        Target {
            Assert.hasText(version, TARGETS + "version must not be empty");
            Assert.notNull(effectiveFrom, TARGETS + "effective-from must be a date");
            Assert.isTrue(red != null && red.isPositive(), TARGETS + "red must be longer than nothing");
            Assert.isTrue(
                    amberWorkingDays != null && amberWorkingDays >= 1,
                    TARGETS + "amber-working-days must be at least 1");
            Assert.isTrue(
                    greenWorkingDays != null && greenWorkingDays >= 1,
                    TARGETS + "green-working-days must be at least 1");
        }

        Targets toTargets() {
            return new Targets(version, effectiveFrom, red, amberWorkingDays, greenWorkingDays);
        }
    }
}
