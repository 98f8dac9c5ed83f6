package scot.fort.platform.messaging.avro;

import org.apache.avro.Schema;

/** A schema with everything that events use, in two versions. */
final class EventSchemas {
    private EventSchemas() {}

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
}
