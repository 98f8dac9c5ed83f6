package scot.fort.triage.screening.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.service.Handled;
import scot.fort.platform.web.concurrency.Version;
import scot.fort.platform.web.security.Caller;
import scot.fort.triage.board.Sight;
import scot.fort.triage.screening.QueueQuery;
import scot.fort.triage.screening.Screening;

/** The queue as one reader sees it. */
record QueueView(Caller caller, QueueQuery query) {

    /** The row at a time; none where they did not ask for it, or may not see it. */
    @Nullable QueueRow row(@Nullable Sight sight, Instant at) {
        return sight != null && query.includes(sight.screening(), at)
                ? QueueRow.of(
                        new Handled<>(sight.referralId(), new Version(sight.version()), sight.screening()),
                        Reader.of(caller, at))
                : null;
    }

    /** Whether they can be told that they no longer see it, although it is not known whether they did. */
    boolean mayHearThatItLeft(Sight sight) {
        Screening screening = sight.screening();
        return screening.isReceived() && !isByGrant(sight);
    }

    /** Whether they see it, if they do, by a right that can end while they are away. */
    boolean isByGrant(Sight sight) {
        return sight.screening().isRestricted() && !query.reader().standing();
    }

    /** The same for the same reader with the same rights who asks for the same. */
    String mark() {
        CRC32 mark = new CRC32();
        List.of(
                        caller.subject(),
                        new TreeSet<>(caller.roles()),
                        new TreeSet<>(query.statuses()),
                        new TreeSet<>(query.priorities()),
                        new TreeSet<>(query.lanes()),
                        new TreeSet<>(query.wards()),
                        Objects.requireNonNullElse(query.assignee(), ""))
                .forEach(part -> mark.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toString(mark.getValue(), Character.MAX_RADIX);
    }
}
