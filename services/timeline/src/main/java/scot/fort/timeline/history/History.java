package scot.fort.timeline.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that is known of one referral. The header follows from the entries, and both from the set of events alone: not
 * from when, in which order or how often they came.
 *
 * @param entries as they happened
 */
public record History(Header header, List<Entry> entries) {

    /** Before anything is known. */
    public static History empty() {
        return of(List.of());
    }

    /** Once one of them is an erasure, none keeps what was sealed, whether it came before or after. */
    private static History of(List<Entry> entries) {
        boolean erased = entries.stream().anyMatch(Entry::erases);
        List<Entry> sorted = entries.stream()
                .map(entry -> erased ? entry.emptied() : entry)
                .sorted(Entry.AS_HAPPENED)
                .toList();
        return new History(Header.of(sorted), sorted);
    }

    /** With one more entry; one that is there already changes nothing. */
    public History with(Entry entry) {
        if (entries.stream().anyMatch(known -> Entry.AS_TOLD.compare(known, entry) == 0)) {
            return this;
        }
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return of(more);
    }

    /** What was known of the referral at a time: only what had been recorded by then, and the status that it gave. */
    public History asKnownAt(Instant time) {
        return of(entries.stream()
                .filter(entry -> !entry.recordedAt().isAfter(time))
                .toList());
    }

    /**
     * Whether the referral itself is known: events of other services may be heard of before its receipt, and only the
     * receipt says whether it is restricted.
     */
    public boolean isReceived() {
        return header.reference() != null;
    }

    /** The last event of each service. */
    public Map<String, Long> positions() {
        return entries.stream().collect(Collectors.toMap(Entry::source, Entry::sequence, Math::max, TreeMap::new));
    }
}
