package scot.fort.timeline.history.avro;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.common.SealedContent;
import scot.fort.platform.service.AvroDocument;
import scot.fort.timeline.history.Details;
import scot.fort.timeline.history.Entry;
import scot.fort.timeline.history.SealedPart;

/** Makes the entry of any event: what is sealed is set apart, all else becomes details. */
public final class EventEntries {

    /** The property by which a sealed field names the content record inside. */
    static final String SEALS = "seals";

    private EventEntries() {}

    public static Entry of(SpecificRecord event, EventMetadata metadata) {
        Map<String, Object> details = new LinkedHashMap<>();
        List<SealedPart> sealed = new ArrayList<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value instanceof SealedContent content) {
                sealed.add(new SealedPart(
                        field.name(), field.getProp(SEALS), content.getKeyId(), bytes(content.getCiphertext())));
            } else if (value != null && value != metadata) {
                details.put(field.name(), AvroDocument.value(value));
            }
        }
        return new Entry(
                event.getSchema().getName(),
                metadata.getOccurredAt(),
                metadata.getRecordedAt(),
                metadata.getSource(),
                metadata.getSequence(),
                metadata.getEventId(),
                metadata.getActor(),
                metadata.getOrganisation(),
                new Details(details),
                sealed);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
