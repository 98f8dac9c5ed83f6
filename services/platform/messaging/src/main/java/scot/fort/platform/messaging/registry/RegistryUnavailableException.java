package scot.fort.platform.messaging.registry;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** No registry could say yes or no. It passes, so a record that meets it must be tried again and never be parked. */
public final class RegistryUnavailableException extends RetriableException {
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
