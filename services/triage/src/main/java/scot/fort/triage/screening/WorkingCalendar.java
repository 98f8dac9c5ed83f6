package scot.fort.triage.screening;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The days on which the hub works: Monday to Friday, but for holidays.
 *
 * @param isHoliday whether a date is none although it is a weekday
 */
public record WorkingCalendar(ZoneId zone, Predicate<LocalDate> isHoliday) {

    private record Span(Instant from, Instant to) {

        boolean isEmpty() {
            return !from.isBefore(to);
        }
    }

    private boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday.test(date);
    }

    LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * When so much working time is used up.
     *
     * @param work more than nothing
     * @param pauses ended times that do not count
     */
    Instant after(Instant start, Duration work, WorkingHours hours, List<Hold> pauses) {
        Duration left = work;
        for (LocalDate day = dateOf(start); ; day = day.plusDays(1)) {
            for (Span span : spans(day, start, hours, pauses)) {
                Duration length = Duration.between(span.from(), span.to());
                if (length.compareTo(left) >= 0) {
                    return span.from().plus(left);
                }
                left = left.minus(length);
            }
        }
    }

    private List<Span> spans(LocalDate day, Instant start, WorkingHours hours, List<Hold> pauses) {
        if (!isWorkingDay(day)) {
            return List.of();
        }
        Instant open = day.atTime(hours.opens()).atZone(zone).toInstant();
        Instant close = day.atTime(hours.closes()).atZone(zone).toInstant();
        List<Span> spans = List.of(new Span(open.isBefore(start) ? start : open, close));
        for (Hold pause : pauses) {
            spans = without(spans, pause);
        }
        return spans.stream().filter(span -> !span.isEmpty()).toList();
    }

    private static List<Span> without(List<Span> spans, Hold pause) {
        Instant end = pause.to();
        if (end == null) {
            return spans;
        }
        List<Span> rest = new ArrayList<>();
        for (Span span : spans) {
            rest.add(new Span(span.from(), earlier(span.to(), pause.from())));
            rest.add(new Span(later(span.from(), end), span.to()));
        }
        rest.removeIf(Span::isEmpty);
        return rest;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
