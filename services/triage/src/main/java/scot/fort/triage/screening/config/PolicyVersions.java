package scot.fort.triage.screening.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions of a policy file: each begins on the day after the one before it ends, and the last does not end. */
final class PolicyVersions {

    private static final String VERSION = "version";
    private static final String FROM = "effectiveFrom";
    private static final String TO = "effectiveTo";
    private static final String DATE = "a date such as 2026-01-01";

    /**
     * One of them.
     *
     * @param name by which events and decisions refer to it
     * @param from first day
     * @param members all that it says
     */
    record Version(String name, LocalDate from, Passage.Members members) {}

    private final List<Version> read = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private @Nullable LocalDate lastDay;

    private PolicyVersions() {}

    /**
     * Reads them.
     *
     * @param versions a list, the oldest first
     * @param own members of a version besides its name and days
     */
    static List<Version> in(Passage versions, String... own) {
        String[] known =
                Stream.concat(Stream.of(VERSION, FROM, TO), Stream.of(own)).toArray(String[]::new);
        PolicyVersions all = new PolicyVersions();
        for (Passage version : versions.items()) {
            all.add(version.members(known));
        }
        return all.finished();
    }

    private void add(Passage.Members members) {
        Passage named = members.required(VERSION);
        if (!names.add(named.text())) {
            throw named.fault("there is a version " + named.text() + " already");
        }
        Passage begins = members.required(FROM);
        LocalDate from = date(begins);
        if (!read.isEmpty()) {
            requireNext(begins, from);
        }
        lastDay = members.optional(TO).map(ends -> lastDay(ends, from)).orElse(null);
        read.add(new Version(named.text(), from, members));
    }

    private void requireNext(Passage begins, LocalDate from) {
        Version before = read.getLast();
        if (lastDay == null) {
            throw begins.fault("overlap: version " + before.name() + " has no effectiveTo, so nothing can follow it");
        }
        if (!from.isAfter(lastDay)) {
            throw begins.fault("overlap: version " + before.name() + " holds until " + lastDay);
        }
        if (from.isAfter(lastDay.plusDays(1))) {
            throw begins.fault("gap: version " + before.name() + " holds until " + lastDay + " only");
        }
    }

    private static LocalDate lastDay(Passage ends, LocalDate from) {
        LocalDate last = date(ends);
        if (last.isBefore(from)) {
            throw ends.fault("effectiveTo is before effectiveFrom");
        }
        return last;
    }

    private List<Version> finished() {
        if (lastDay != null) {
            throw read.getLast()
                    .members()
                    .required(TO)
                    .fault("gap: nothing holds after " + lastDay + "; the last version must have no effectiveTo");
        }
        return read;
    }

    static LocalDate date(Passage passage) {
        return passage.value(LocalDate::parse, DATE);
    }
}
