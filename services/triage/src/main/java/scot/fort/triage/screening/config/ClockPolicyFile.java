package scot.fort.triage.screening.config;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;
import scot.fort.triage.screening.ClockPolicy;
import scot.fort.triage.screening.Targets;
import scot.fort.triage.screening.WorkingCalendar;
import scot.fort.triage.screening.WorkingHours;

/** The file of the clock policy, whose first lines say what it may hold. */
public final class ClockPolicyFile {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final String[] OF_A_VERSION = {
        "opens", "closes", "red", "amberWorkingDays", "greenWorkingDays", "reason"
    };

    private ClockPolicyFile() {}

    /**
     * Reads it.
     *
     * @param location a path, or {@code classpath:} and a path there
     * @throws IllegalArgumentException when it is not as it must be; names the line
     */
    public static ClockPolicy read(String location) {
        return read(Passage.at(location));
    }

    static ClockPolicy read(Passage file) {
        Passage.Members members = file.members("calendar", "versions");
        return new ClockPolicy(
                calendar(members.required("calendar")),
                PolicyVersions.in(members.required("versions"), OF_A_VERSION).stream()
                        .map(ClockPolicyFile::targets)
                        .toList());
    }

    private static WorkingCalendar calendar(Passage passage) {
        Passage.Members members = passage.members("region", "localHolidays");
        Set<LocalDate> local =
                members.optional("localHolidays").map(ClockPolicyFile::holidays).orElse(Set.of());
        return new WorkingCalendar(
                ZONE, BankHolidays.of(region(members.required("region"))).or(local::contains));
    }

    private static String region(Passage passage) {
        String region = passage.text();
        if (!BankHolidays.REGIONS.contains(region)) {
            throw passage.fault("'" + region + "' is not one of " + BankHolidays.REGIONS);
        }
        return region;
    }

    private static Set<LocalDate> holidays(Passage passage) {
        Set<LocalDate> dates = new HashSet<>();
        for (Passage each : passage.items()) {
            Passage.Members members = each.members("date", "name");
            members.required("name").text();
            Passage date = members.required("date");
            if (!dates.add(PolicyVersions.date(date))) {
                throw date.fault(date.text() + " is a local holiday already");
            }
        }
        return dates;
    }

    private static Targets targets(PolicyVersions.Version version) {
        Passage.Members members = version.members();
        members.required("reason").text();
        return new Targets(
                version.name(),
                version.from(),
                hours(members),
                red(members.required("red")),
                workingDays(members.required("amberWorkingDays")),
                workingDays(members.required("greenWorkingDays")));
    }

    private static WorkingHours hours(Passage.Members members) {
        LocalTime opens = time(members.required("opens"));
        Passage closing = members.required("closes");
        LocalTime closes = time(closing);
        if (!opens.isBefore(closes)) {
            throw closing.fault("'closes' must be after 'opens'");
        }
        return new WorkingHours(opens, closes);
    }

    private static Duration red(Passage passage) {
        Duration red = passage.value(DurationStyle.SIMPLE::parse, "a time such as 4h");
        if (!red.isPositive()) {
            throw passage.fault("'red' must be longer than nothing");
        }
        return red;
    }

    private static int workingDays(Passage passage) {
        return passage.number(1, 250);
    }

    private static LocalTime time(Passage passage) {
        return passage.value(LocalTime::parse, "a time of day such as 09:00");
    }
}
