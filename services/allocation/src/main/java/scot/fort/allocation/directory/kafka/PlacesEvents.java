package scot.fort.allocation.directory.kafka;

import org.apache.avro.specific.SpecificRecord;
import scot.fort.allocation.directory.PlacesChanged;
import scot.fort.events.common.EventMetadata;
import scot.fort.platform.messaging.aggregate.EventWriter;

/** The events of places in their Avro form. */
public final class PlacesEvents implements EventWriter<PlacesChanged> {

    @Override
    public SpecificRecord write(PlacesChanged event, EventMetadata metadata) {
        return new scot.fort.events.places.PlacesChanged(
                metadata,
                event.serviceId(),
                event.providerOrganisation(),
                event.maximum(),
                event.available(),
                event.reserved());
    }
}
