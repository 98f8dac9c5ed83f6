package scot.fort.platform.messaging.registry;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** No registry could say yes or no. It passes, so a record that meets it must be tried again and never be parked. */
public final class RegistryUnavailableException extends RetriableException {
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A thread told to stop has not heard a no either. It stays told. */
    static RegistryUnavailableException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailableException("interrupted while waiting for the schema registry", cause);
    }
}
