package scot.fort.platform.messaging.avro;

import java.time.Instant;
import org.apache.avro.Schema;
import scot.fort.events.common.EventMetadata;

/** A schema with everything that events use, in two versions, and a generated record. */
final class Samples {
    private Samples() {}

    /** Nested records, unions, an enum with a default, logical types, maps, arrays, a fixed, and a record within itself. */
    static final Schema FIRST = parse("""
            {"type": "record", "name": "Assessed", "namespace": "test", "fields": [
              {"name": "id", "type": "string"},
              {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "lane", "type": {"type": "enum", "name": "Lane",
                "symbols": ["UNKNOWN", "ROUTINE", "URGENT"], "default": "UNKNOWN"}},
              {"name": "note", "type": ["null", "string"], "default": null},
              {"name": "answer", "type": ["null", "boolean", "int", "long", "float", "double", "bytes", "string"]},
              {"name": "subject", "type": ["null", {"type": "record", "name": "Child", "fields": [
                {"name": "years", "type": ["null", "int"], "default": null},
                {"name": "siblings", "type": {"type": "array", "items": "Child"}, "default": []}]}]},
              {"name": "codes", "type": {"type": "map", "values": {"type": "array", "items": "Lane"}}},
              {"name": "digest", "type": {"type": "fixed", "name": "Digest", "size": 8}}]}""");

    /** A lane more, a note less, and a field that the first version does not have. */
    static final Schema SECOND = parse(FIRST.toString()
            .replace("\"URGENT\"", "\"URGENT\",\"IMMEDIATE\"")
            .replace("{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null},", "")
            .replace(
                    "{\"name\":\"codes\"",
                    "{\"name\":\"by\",\"type\":\"string\",\"default\":\"nobody\"},{\"name\":\"codes\""));

    static Schema parse(String text) {
        return new Schema.Parser().parse(text);
    }

    /** A record with a generated class, which has logical types and texts. */
    static EventMetadata metadata() {
        return EventMetadata.newBuilder()
                .setEventId("0190f7a2-0000-7000-8000-000000000001")
                .setReferralId("FRT-1")
                .setSource("intake")
                .setSequence(1)
                .setOccurredAt(Instant.parse("2026-03-02T09:00:00Z"))
                .setRecordedAt(Instant.parse("2026-03-02T09:00:00.120Z"))
                .setActor("named-person")
                .setOrganisation("school")
                .setCorrelationId("c-1")
                .build();
    }
}
