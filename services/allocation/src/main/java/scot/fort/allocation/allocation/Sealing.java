package scot.fort.allocation.allocation;

import scot.fort.platform.sealing.KeyDestroyedException;

/** Seals under the referral's key. */
public interface Sealing {

    /** @throws KeyDestroyedException when the referral's content has been erased, so that nothing more can be kept of it */
    SealedWords seal(Family family, Words words);
}
