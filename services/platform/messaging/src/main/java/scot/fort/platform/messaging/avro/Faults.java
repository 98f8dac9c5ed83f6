package scot.fort.platform.messaging.avro;

import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import scot.fort.platform.messaging.registry.RegistryException;
import scot.fort.platform.messaging.registry.RegistryUnavailableException;

/** Tells what is wrong with a record, for good, from what passes. */
final class Faults {
    private Faults() {}

    /**
     * A no about the schema becomes the record's fault; a no about the asking (a credential, an address) counts as an
     * unreachable registry, so that no record is given up for it.
     */
    static <T> T asking(String purpose, Supplier<T> question) {
        try {
            return question.get();
        } catch (RegistryException answer) {
            String message = purpose + ": " + answer.getMessage();
            throw answer.isAboutSchema()
                    ? new SerializationException(message, answer)
                    : new RegistryUnavailableException(message, answer);
        }
    }

    /**
     * Keeps where it failed and drops what Avro says about it: its messages quote the values, and a value may be personal.
     * Only a missing value is told by Avro in full, since there its message is the path of the field.
     */
    static SerializationException withoutContent(String purpose, Throwable cause) {
        String reason =
                cause instanceof NullPointerException && cause.getMessage() != null ? ": " + cause.getMessage() : "";
        SerializationException failure = new SerializationException(
                "%s (%s)%s".formatted(purpose, cause.getClass().getSimpleName(), reason));
        failure.setStackTrace(cause.getStackTrace());
        return failure;
    }
}
