package scot.fort.platform.sealing;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of opening sealed content.
 *
 * @param <T> the content record
 */
public sealed interface Opened<T> {

    /** It can be read. */
    record Content<T>(T value) implements Opened<T> {}

    /** It was erased, for ever. */
    record Destroyed<T>() implements Opened<T> {}

    /** The content, unless it was erased. */
    default Optional<T> content() {
        return switch (this) {
            case Content<T>(var value) -> Optional.of(value);
            case Destroyed<T>() -> Optional.empty();
        };
    }

    /** A part of the content, unless it was erased. */
    default <R> Opened<R> map(Function<? super T, ? extends R> part) {
        return switch (this) {
            case Content<T>(var value) -> new Content<>(part.apply(value));
            case Destroyed<T>() -> new Destroyed<>();
        };
    }
}
