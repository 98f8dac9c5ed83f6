package scot.fort.platform.sealing;

import java.io.Serial;

/** Content that was altered, or that belongs to another referral. Never carries what could be read of it. */
public final class BrokenSealException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenSealException(String keyId) {
        super("What is sealed under the data key " + keyId + " cannot be opened for this referral");
    }
}
