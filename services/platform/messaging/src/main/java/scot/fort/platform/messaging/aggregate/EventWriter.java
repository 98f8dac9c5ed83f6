package scot.fort.platform.messaging.aggregate;

import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.EventMetadata;

/** Puts a domain event into its Avro form. */
@FunctionalInterface
public interface EventWriter<E> {

    /** @param metadata becomes the first field of the record; only its {@code policyVersion} may be set here */
    SpecificRecord write(E event, EventMetadata metadata);

    /** For an aggregate that never sends anything, such as a read model. */
    static <E> EventWriter<E> none() {
        return (event, metadata) -> {
            throw new IllegalStateException("This aggregate has no events");
        };
    }
}
