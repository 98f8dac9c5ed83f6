package scot.fort.platform.sealing;

import java.io.Serial;

/** Something was to be sealed for a referral whose content has been erased. */
public final class KeyDestroyedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public KeyDestroyedException(String keyId) {
        super("The data key " + keyId + " has been destroyed");
    }
}
