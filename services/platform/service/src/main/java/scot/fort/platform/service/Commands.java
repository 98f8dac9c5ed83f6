package scot.fort.platform.service;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.web.concurrency.IfMatch;
import scot.fort.platform.web.concurrency.Version;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Carries out commands on the aggregates of a store: one read, one write. Somebody else's write in between means that
 * the command is decided again on what is there now, so two that exclude each other never both take effect.
 */
public final class Commands<S, E> {

    private static final int MOST_ATTEMPTS = 20;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final AggregateStore<S, E> store;

    public Commands(AggregateStore<S, E> store) {
        this.store = store;
    }

    /**
     * Decides a command on an aggregate and stores what comes of it; a decision that changes nothing writes nothing.
     *
     * @throws ProblemException 404 where there is nothing that the caller may see, 412 when it has changed since they saw
     *     it, or the refusal of the aggregate
     */
    public Handled<S> handle(Target<S> target, Cause cause, Function<S, Decision<S, E>> command) {
        return handle(() -> find(target), cause, command);
    }

    /**
     * The same for an aggregate that is found by something else than its id.
     *
     * @param finder asked again before each attempt; none where there is nothing that the caller may see
     * @param ifMatch the version that the caller has seen; none where the contract asks for none
     */
    public Handled<S> handle(
            Supplier<Optional<Aggregate<S>>> finder,
            @Nullable IfMatch ifMatch,
            Cause cause,
            Function<S, Decision<S, E>> command) {
        return handle(() -> matching(finder.get(), ifMatch), cause, command);
    }

    /** The same whatever its version. */
    public Handled<S> handle(
            Supplier<Optional<Aggregate<S>>> finder, Cause cause, Function<S, Decision<S, E>> command) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Aggregate<S> loaded = finder.get().orElseThrow(ProblemException::notFound);
            S state = loaded.require();
            switch (command.apply(state)) {
                case Decision.Refused<S, E>(var refusal) -> throw new ProblemException(Problem.of(refusal));
                case Decision.Accepted<S, E>(S next, var events) -> {
                    if (events.isEmpty() && next.equals(state)) {
                        return Handled.of(loaded);
                    }
                    if (store.save(loaded, next, events, cause)) {
                        return new Handled<>(loaded.id(), new Version(loaded.version() + 1), next);
                    }
                }
            }
        }
        throw new ProblemException(Problem.busy(BUSY));
    }

    private Optional<Aggregate<S>> find(Target<S> target) {
        return matching(
                store.find(target.id()).filter(aggregate -> target.visible().test(aggregate.require())),
                target.ifMatch());
    }

    private static <S> Optional<Aggregate<S>> matching(Optional<Aggregate<S>> found, @Nullable IfMatch ifMatch) {
        if (ifMatch != null) {
            found.ifPresent(loaded -> ifMatch.require(new Version(loaded.version())));
        }
        return found;
    }
}
