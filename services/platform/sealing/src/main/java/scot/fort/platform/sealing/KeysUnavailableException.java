package scot.fort.platform.sealing;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A data key cannot be had right now: a fault that may pass, never a sign that content is gone. */
public final class KeysUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
