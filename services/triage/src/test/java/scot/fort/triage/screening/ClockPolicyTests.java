package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.CALENDAR;
import static scot.fort.triage.screening.Given.CLOCKS;
import static scot.fort.triage.screening.Given.HOURS;
import static scot.fort.triage.screening.Given.LONDON;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scot.fort.platform.lifecycle.Priority;

class ClockPolicyTests {

    private static final int TRIES = 2_000;
    private static final Instant YEAR_BEGINS = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "RED,   2026-11-20T16:30, 2026-11-20T20:30", // a Friday
        "RED,   2026-11-21T23:00, 2026-11-22T03:00",
        "AMBER, 2026-11-20T10:00, 2026-11-23T10:00",
        "AMBER, 2026-11-19T10:00, 2026-11-20T10:00",
        "AMBER, 2026-11-19T09:00, 2026-11-19T17:00",
        "AMBER, 2026-11-19T17:00, 2026-11-20T17:00",
        "AMBER, 2026-11-21T12:00, 2026-11-23T17:00",
        "AMBER, 2026-11-19T03:15, 2026-11-19T17:00",
        "GREEN, 2026-11-20T10:00, 2026-11-25T10:00",
        "GREEN, 2026-03-27T16:00, 2026-04-01T16:00", // summer time begins on the 29th
        "GREEN, 2026-10-23T16:00, 2026-10-28T16:00" // and ends on the 25th of October
    })
    void countsWorkingTimeButForRed(Priority priority, LocalDateTime received, LocalDateTime due) {
        assertThat(due(priority, local(received), List.of())).isEqualTo(local(due));
    }

    @Test
    void givesRedFourRealHoursThroughAChangeOfTheClocks() {
        Instant beforeSpring = local(LocalDateTime.parse("2026-03-29T00:30"));

        assertThat(due(Priority.RED, beforeSpring, List.of()))
                .isEqualTo(local(LocalDateTime.parse("2026-03-29T05:30")));
    }

    @Test
    void setsNoTargetForBlue() {
        assertThat(due(Priority.BLUE, YEAR_BEGINS, List.of())).isNull();
    }

    @Test
    void skipsHolidays() {
        ClockPolicy clocks = clocks(LocalDate.of(2026, 11, 30)::equals);

        assertThat(clocks.deadline(Priority.AMBER, local(LocalDateTime.parse("2026-11-27T12:00")), List.of())
                        .dueAt())
                .isEqualTo(local(LocalDateTime.parse("2026-12-01T12:00")));
    }

    @Test
    void prolongsAmberAndGreenByTheWorkingTimeOfAHoldAndRedNever() {
        Hold overNight = new Hold(
                local(LocalDateTime.parse("2026-11-19T16:00")), local(LocalDateTime.parse("2026-11-20T11:00")));
        Instant received = local(LocalDateTime.parse("2026-11-19T10:00"));

        assertThat(due(Priority.AMBER, received, List.of(overNight)))
                .isEqualTo(local(LocalDateTime.parse("2026-11-20T13:00")));
        assertThat(due(Priority.RED, received, List.of(overNight)))
                .isEqualTo(local(LocalDateTime.parse("2026-11-19T14:00")));
    }

    @Test
    void followsTheTargetsOfTheDayOfReceipt() {
        Targets stricter = new Targets("2027-1", LocalDate.of(2027, 1, 1), HOURS, Duration.ofHours(2), 1, 2);
        ClockPolicy clocks = new ClockPolicy(CALENDAR, List.of(stricter, Given.targets("2026-1", "2026-01-01")));

        assertThat(clocks.deadline(Priority.RED, Instant.parse("2026-12-31T23:59:00Z"), List.of()))
                .returns("2026-1", Deadline::policyVersion)
                .returns(Instant.parse("2027-01-01T03:59:00Z"), Deadline::dueAt);
        assertThat(clocks.deadline(Priority.RED, Instant.parse("2027-01-01T00:00:00Z"), List.of()))
                .returns("2027-1", Deadline::policyVersion)
                .returns(Instant.parse("2027-01-01T02:00:00Z"), Deadline::dueAt);
        assertThat(clocks.deadline(Priority.RED, Instant.parse("2020-01-01T00:00:00Z"), List.of())
                        .policyVersion())
                .isEqualTo("2026-1");
    }

    @Test
    void countsInTheHoursOfTheDayOfReceipt() {
        WorkingHours longer = new WorkingHours(LocalTime.of(8, 0), LocalTime.of(18, 0));
        Targets next = new Targets("2026-2", LocalDate.of(2026, 11, 20), longer, Duration.ofHours(4), 1, 3);
        ClockPolicy clocks = new ClockPolicy(CALENDAR, List.of(Given.targets("2026-1", "2026-01-01"), next));

        assertThat(clocks.deadline(Priority.AMBER, local(LocalDateTime.parse("2026-11-19T16:00")), List.of())
                        .dueAt())
                .isEqualTo(local(LocalDateTime.parse("2026-11-20T16:00")));
        assertThat(clocks.deadline(Priority.AMBER, local(LocalDateTime.parse("2026-11-20T16:00")), List.of())
                        .dueAt())
                .isEqualTo(local(LocalDateTime.parse("2026-11-23T16:00")));
    }

    @Test
    void isAtRiskWhenThreeQuartersOfTheTimeAreGone() {
        assertThat(CLOCKS.deadline(Priority.AMBER, local(LocalDateTime.parse("2026-11-19T09:00")), List.of())
                        .atRiskAt())
                .isEqualTo(local(LocalDateTime.parse("2026-11-19T15:00")));
    }

    /** Minute by minute, in the plainest way: the working minutes from receipt to the due time are what the target says. */
    @Test
    void leavesExactlyTheTargetOfWorkingTimeWhateverTheMomentTheHoldsAndTheHolidays() {
        Random random = new Random(20261120);
        for (int attempt = 0; attempt < TRIES / 5; attempt++) {
            Predicate<LocalDate> holidays = holidays(random);
            Instant received = received(random);
            List<Hold> holds = holds(random, received);
            Priority priority = random.nextBoolean() ? Priority.AMBER : Priority.GREEN;

            Deadline deadline = clocks(holidays).deadline(priority, received, holds);

            Instant due = Objects.requireNonNull(deadline.dueAt());
            Instant atRisk = Objects.requireNonNull(deadline.atRiskAt());
            int target = priority == Priority.AMBER ? 8 * 60 : 3 * 8 * 60;
            assertThat(workingMinutes(received, due, holds, holidays))
                    .as("%s received %s, holds %s, due %s", priority, received, holds, due)
                    .isEqualTo(target);
            assertThat(workingMinutes(received, atRisk, holds, holidays)).isEqualTo(target * 3 / 4);
            assertThat(isWorking(due.minus(1, ChronoUnit.MINUTES), holds, holidays))
                    .isTrue();
        }
    }

    @Test
    void givesRedItsTimeWhateverTheMomentTheHoldsAndTheHolidays() {
        Random random = new Random(4);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Instant received = received(random);
            List<Hold> holds = holds(random, received);

            assertThat(clocks(holidays(random)).deadline(Priority.RED, received, holds))
                    .returns(received.plus(4, ChronoUnit.HOURS), Deadline::dueAt)
                    .returns(received.plus(3, ChronoUnit.HOURS), Deadline::atRiskAt);
        }
    }

    @Test
    void neverComesBeforeTheDeadlineOfAnEarlierReceipt() {
        Random random = new Random(7);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            ClockPolicy clocks = clocks(holidays(random));
            Instant received = received(random);
            Instant later = minute(random, received, 7 * 24 * 60);
            for (Priority priority : List.of(Priority.RED, Priority.AMBER, Priority.GREEN)) {
                assertThat(clocks.deadline(priority, later, List.of()).dueAt())
                        .as("%s received %s and %s", priority, received, later)
                        .isAfterOrEqualTo(
                                clocks.deadline(priority, received, List.of()).dueAt());
            }
        }
    }

    /** One day in ten or so. */
    private static Predicate<LocalDate> holidays(Random random) {
        long seed = random.nextLong();
        return date -> new Random(seed + 31 * date.toEpochDay()).nextInt(10) == 0;
    }

    private static ClockPolicy clocks(Predicate<LocalDate> holidays) {
        return new ClockPolicy(new WorkingCalendar(LONDON, holidays), List.of(Given.targets("2026-1", "2026-01-01")));
    }

    private static @Nullable Instant due(Priority priority, Instant received, List<Hold> holds) {
        return CLOCKS.deadline(priority, received, holds).dueAt();
    }

    private static List<Hold> holds(Random random, Instant received) {
        List<Hold> holds = new ArrayList<>();
        Instant from = received;
        for (int hold = random.nextInt(3); hold > 0; hold--) {
            Instant begun = minute(random, from, 3 * 24 * 60);
            from = minute(random, begun, 6 * 24 * 60);
            holds.add(new Hold(begun, from));
        }
        return holds;
    }

    private static long workingMinutes(Instant from, Instant to, List<Hold> holds, Predicate<LocalDate> holidays) {
        long minutes = 0;
        for (Instant at = from; at.isBefore(to); at = at.plus(1, ChronoUnit.MINUTES)) {
            if (isWorking(at, holds, holidays)) {
                minutes++;
            }
        }
        return minutes;
    }

    private static boolean isWorking(Instant at, List<Hold> holds, Predicate<LocalDate> holidays) {
        ZonedDateTime local = at.atZone(LONDON);
        return local.getDayOfWeek() != DayOfWeek.SATURDAY
                && local.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.test(local.toLocalDate())
                && local.getHour() >= 9
                && local.getHour() < 17
                && holds.stream().noneMatch(hold -> !at.isBefore(hold.from()) && at.isBefore(hold.to()));
    }

    /** Any minute of three years; every other one shortly before the clocks change. */
    private static Instant received(Random random) {
        Instant any = minute(random, YEAR_BEGINS, 3 * 365 * 24 * 60);
        return random.nextBoolean()
                ? any
                : LONDON.getRules()
                        .nextTransition(any)
                        .getInstant()
                        .minus(random.nextInt(5 * 24 * 60), ChronoUnit.MINUTES);
    }

    private static Instant minute(Random random, Instant from, int within) {
        return from.plus(random.nextInt(within), ChronoUnit.MINUTES);
    }

    private static Instant local(LocalDateTime time) {
        return time.atZone(LONDON).toInstant();
    }
}
