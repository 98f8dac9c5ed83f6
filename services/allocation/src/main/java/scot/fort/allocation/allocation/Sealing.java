package scot.fort.allocation.allocation;

import java.util.Optional;

/** Seals under the referral's key. */
public interface Sealing {

    /** @return none when the referral's content has been erased, so that nothing more can be kept of it */
    Optional<SealedWords> seal(Family family, Words words);
}
