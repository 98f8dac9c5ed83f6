package scot.fort.platform.messaging.contract;

import org.apache.avro.specific.SpecificRecord;
import scot.fort.events.common.EventMetadata;

/** One event of a script, complete. */
public record ScriptedEvent(SpecificRecord event, EventMetadata metadata) {

    public String referralId() {
        return String.valueOf(metadata.getReferralId());
    }

    public String source() {
        return metadata.getSource();
    }

    public long sequence() {
        return metadata.getSequence();
    }
}
