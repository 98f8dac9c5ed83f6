package scot.fort.triage.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.triage.screening.Screening;
import scot.fort.triage.screening.ScreeningEvent;

/** What was written while somebody was away, whichever instance they had followed. */
public final class Missed {

    private static final int MOST = 1_000;

    private final AggregateStore<Screening, ScreeningEvent> screenings;

    public Missed(AggregateStore<Screening, ScreeningEvent> screenings) {
        this.screenings = screenings;
    }

    /**
     * What has changed, and some that had changed shortly before.
     *
     * @param ids of all
     * @param left those that are no longer open
     */
    public record Changes(Set<String> ids, List<Sight> left) {}

    /**
     * What was written at a time or later.
     *
     * @param rows those that are open
     * @return nothing when it is too much to be told one by one
     */
    public Optional<Changes> since(Instant time, List<Sight> rows) {
        Map<String, Long> versions = screenings.versionsSince(time.minus(BoardKeeper.OVERLAP), MOST + 1);
        if (versions.size() > MOST) {
            return Optional.empty();
        }
        Set<String> open = rows.stream().map(Sight::referralId).collect(Collectors.toSet());
        List<String> others =
                versions.keySet().stream().filter(id -> !open.contains(id)).toList();
        return Optional.of(new Changes(Set.copyOf(versions.keySet()), others.isEmpty() ? List.of() : left(others)));
    }

    private List<Sight> left(List<String> ids) {
        return Sight.ofAll(screenings.load(ids).values()).stream()
                .filter(sight -> !sight.isOnBoard())
                .toList();
    }
}
