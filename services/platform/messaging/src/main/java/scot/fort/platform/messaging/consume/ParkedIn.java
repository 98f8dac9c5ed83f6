package scot.fort.platform.messaging.consume;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.events.intake.ContentErased;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.Change;
import scot.fort.platform.messaging.aggregate.Discarded;
import scot.fort.platform.messaging.aggregate.Parked;
import scot.fort.platform.messaging.aggregate.WaitingRoom;

/**
 * What waits for one consumer. An operator's word is one write, guarded like those of the consumer. Where the effect of
 * something that it would release cannot be stored, it is carried out without releasing anything.
 */
final class ParkedIn<S, E> {

    private static final int MOST_ATTEMPTS = 20;
    private static final String ERASURE = ContentErased.getClassSchema().getFullName();

    private final AggregateStore<S, E> store;
    private final Folds<S, E> folds;

    ParkedIn(AggregateStore<S, E> store, Folds<S, E> folds) {
        this.store = store;
        this.folds = folds;
    }

    /** One way to carry out what an operator wants. */
    @FunctionalInterface
    private interface Way<S, E> {

        /** @param obstacle why the way before this one could not be gone; empty for the first */
        Resolved go(Fold<S, E> fold, Parked waiting, String obstacle);
    }

    WaitingRoom room() {
        return store.waitingRoom();
    }

    Optional<Resolved> retry(String id) {
        return resolve(
                id,
                List.of(
                        (fold, waiting, obstacle) -> retry(fold, waiting, true),
                        (fold, waiting, obstacle) -> retry(fold, waiting, false),
                        (fold, waiting, obstacle) -> {
                            fold.keep(waiting, obstacle);
                            return new Resolved.Retried(obstacle, 0, fold.waiting());
                        }));
    }

    Optional<Resolved> discard(String id, DiscardReason reason, String by) {
        return resolve(
                id,
                List.of(
                        (fold, waiting, obstacle) -> discard(fold, waiting, reason, by, true),
                        (fold, waiting, obstacle) -> discard(fold, waiting, reason, by, false)));
    }

    private Optional<Resolved> resolve(String id, List<Way<S, E>> ways) {
        String obstacle = "";
        for (Way<S, E> way : ways) {
            try {
                return write(id, way, obstacle);
            } catch (RuntimeException fault) {
                if (!EventDecoder.isAboutContent(fault)) {
                    throw fault;
                }
                obstacle = EventDecoder.unstorable(fault);
            }
        }
        throw new IllegalStateException("What was stored before cannot be stored: " + obstacle);
    }

    private Optional<Resolved> write(String id, Way<S, E> way, String obstacle) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Aggregate<S> loaded = store.findWaiting(id).orElse(null);
            Parked waiting = loaded == null ? null : waiting(loaded, id);
            if (loaded == null || waiting == null) {
                return Optional.empty();
            }
            Fold<S, E> fold = folds.of(loaded);
            Resolved resolved = way.go(fold, waiting, obstacle);
            Change<S, E> change = fold.change();
            if (change == null || store.saveAll(List.of(change))) {
                return Optional.of(resolved);
            }
        }
        throw new ContendedException();
    }

    private static <S> @Nullable Parked waiting(Aggregate<S> loaded, String id) {
        return loaded.parked().stream()
                .filter(parked -> parked.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static <S, E> Resolved retry(Fold<S, E> fold, Parked waiting, boolean andRelease) {
        if (!fold.isNext(waiting)) {
            return notItsTurn(fold, waiting);
        }
        int before = fold.waiting();
        String obstacle = fold.retry(waiting);
        if (obstacle == null && andRelease) {
            fold.release();
        }
        int applied = before - fold.waiting();
        return new Resolved.Retried(obstacle, obstacle == null ? applied - 1 : applied, fold.waiting());
    }

    private Resolved discard(Fold<S, E> fold, Parked waiting, DiscardReason reason, String by, boolean andRelease) {
        boolean next = fold.isNext(waiting);
        boolean givesUp = reason == DiscardReason.NEVER_CAME;
        if (next && givesUp) {
            return new Resolved.NothingMissing();
        }
        if (!next && !(givesUp && fold.isFirstAfterGap(waiting))) {
            return notItsTurn(fold, waiting);
        }
        if (!givesUp && waiting.isLeftInTopic()) {
            return new Resolved.LeftInTopic();
        }
        if (!givesUp && waiting.type().equals(ERASURE)) {
            return new Resolved.MustTakeEffect();
        }
        Discarded without = new Discarded(
                waiting.source(),
                fold.reached(waiting.source()).sequence() + 1,
                givesUp ? waiting.sequence() - 1 : waiting.sequence(),
                givesUp ? null : waiting.eventId(),
                givesUp ? null : waiting.type(),
                waiting.reason(),
                reason.name(),
                by,
                folds.clock().instant());
        fold.discard(without);
        int before = fold.waiting();
        if (andRelease) {
            fold.release();
        }
        return new Resolved.Gone(without, before - fold.waiting(), fold.waiting());
    }

    private static <S, E> Resolved notItsTurn(Fold<S, E> fold, Parked waiting) {
        return new Resolved.NotItsTurn(
                waiting.source(), fold.reached(waiting.source()).sequence() + 1, fold.isFirstAfterGap(waiting));
    }
}
