package scot.fort.platform.messaging.registry;

import org.apache.kafka.common.KafkaException;

/** The registry's own answer, and that answer is no: asking again would bring the same. */
public final class RegistryException extends KafkaException {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final int status;
    private final int errorCode;

    /**
     * @param status the HTTP status
     * @param errorCode Confluent's finer code (40403 is an unknown schema), or the status where the answer had none
     * @param message what the registry said
     */
    public RegistryException(int status, int errorCode, String message) {
        super("schema registry answered %d (%d): %s".formatted(status, errorCode, message));
        this.status = status;
        this.errorCode = errorCode;
    }

    public int status() {
        return status;
    }

    public int errorCode() {
        return errorCode;
    }

    /**
     * Whether the registry itself says that it has no such thing. A bare 404 does not count: it comes from a proxy or from
     * an address that is not a registry's, and says nothing about a schema.
     */
    public boolean isNotFound() {
        return status == NOT_FOUND && errorCode / 100 == NOT_FOUND;
    }

    /**
     * Whether the no is about the schema that was asked for or offered: unknown, incompatible or invalid. Any other (a
     * credential refused, a wrong address) is about how the registry was asked, and can be put right without touching a record.
     */
    public boolean isAboutSchema() {
        return isNotFound() || status == CONFLICT || status == UNPROCESSABLE;
    }
}
