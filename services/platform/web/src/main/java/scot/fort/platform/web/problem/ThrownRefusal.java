package scot.fort.platform.web.problem;

import java.util.Optional;

/**
 * Knows the refusal where a part can only throw it, so that the caller is told what is refused instead of hearing of a
 * defect. Every bean of this type is asked.
 */
@FunctionalInterface
public interface ThrownRefusal {

    /** The problem that this very throwable is to the caller; nothing when it is no refusal. */
    Optional<Problem> of(Throwable fault);
}
