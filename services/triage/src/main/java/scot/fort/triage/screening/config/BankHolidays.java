package scot.fort.triage.screening.config;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;

/** Bank holidays of a region of the United Kingdom, moved to the next weekday where they fall on a weekend. */
record BankHolidays(HolidayManager holidays, String region) implements Predicate<LocalDate> {

    /** England, Northern Ireland, Scotland, Wales. */
    static final Set<String> REGIONS = Set.of("eng", "nir", "sct", "wls");

    static BankHolidays of(String region) {
        return new BankHolidays(
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM)), region);
    }

    @Override
    public boolean test(LocalDate date) {
        return holidays.isHoliday(date, region);
    }
}
