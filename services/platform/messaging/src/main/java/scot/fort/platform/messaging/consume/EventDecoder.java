package scot.fort.platform.messaging.consume;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import java.io.IOException;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.bson.BSONException;
import org.jspecify.annotations.Nullable;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.aggregate.EventTooLargeException;
import scot.fort.platform.messaging.registry.RegistryException;

/** Reads payloads, and tells what can never be read from what only cannot be read now. */
public final class EventDecoder {

    /** What servers answer to a document that is too large: one that is written, one that an update made of it. */
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

    private final Deserializer<Object> deserializer;

    public EventDecoder(Deserializer<Object> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * @return null when the bytes are no event that this version of the service knows
     * @throws RuntimeException a passing fault, to be tried again
     */
    @Nullable SpecificRecord decode(String topic, byte[] payload) {
        try {
            return deserializer.deserialize(topic, payload) instanceof SpecificRecord event
                            && event.getSchema().getFields().size() > 1
                            && event.get(0) instanceof EventMetadata
                    ? event
                    : null;
        } catch (RuntimeException fault) {
            if (isPassing(fault)) {
                throw fault;
            }
            return null;
        }
    }

    /** Whether it is what an event says, or makes of its referral, that can never be stored. */
    static boolean isAboutContent(Throwable fault) {
        if (isPassing(fault)) {
            return false;
        }
        boolean aboutContent = false;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryException) {
                return false;
            }
            if (cause instanceof SerializationException
                    || cause instanceof AvroRuntimeException
                    || cause instanceof BSONException
                    || cause instanceof EventTooLargeException
                    || cause instanceof ClassCastException
                    || cause instanceof MongoException mongo && isTooLarge(mongo)) {
                aboutContent = true;
            }
        }
        return aboutContent;
    }

    /** Why an event waits whose effect cannot be stored. */
    static String unstorable(Throwable fault) {
        return "cannot be stored: " + fault.getClass().getSimpleName();
    }

    /** Whether trying again may help: the broker, the database or the registry is not there. */
    static boolean isPassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof MongoException mongo && !isTooLarge(mongo)
                    || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a document would become larger than the server holds. */
    private static boolean isTooLarge(MongoException fault) {
        return fault instanceof MongoBulkWriteException bulk
                ? bulk.getWriteErrors().stream().anyMatch(error -> TOO_LARGE.contains(error.getCode()))
                : TOO_LARGE.contains(fault.getCode());
    }
}
