package scot.fort.platform.sealing;

import java.util.Optional;

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
}
