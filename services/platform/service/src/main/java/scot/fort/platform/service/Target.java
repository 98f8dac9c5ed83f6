package scot.fort.platform.service;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.concurrency.IfMatch;

/**
 * The aggregate that a command is meant for.
 *
 * @param visible whether the caller may see it; one that they may not see is not there for them
 * @param ifMatch the version that the caller has seen; none where the contract asks for none
 */
public record Target<S>(
        String id, Predicate<S> visible, @Nullable IfMatch ifMatch) {

    /** Whatever its version. */
    public static <S> Target<S> of(String id, Predicate<S> visible) {
        return new Target<>(id, visible, null);
    }
}
