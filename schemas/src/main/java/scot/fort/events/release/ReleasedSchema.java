package scot.fort.events.release;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.jspecify.annotations.Nullable;

/** A schema as a release had it. */
record ReleasedSchema(String version, Schema schema) {

    String name() {
        return schema.getFullName();
    }

    /** @param current the schema of this name today, none when it is gone */
    List<String> faults(@Nullable Schema current) {
        if (current == null) {
            return List.of("%s was released in %s and is gone".formatted(name(), version));
        }
        return Stream.concat(
                        incompatibilities(current, schema)
                                .map("%s cannot read what %s wrote: %%s".formatted(name(), version)::formatted),
                        incompatibilities(schema, current)
                                .map(
                                        "%s of %s cannot read what is written now: %%s".formatted(name(), version)
                                                ::formatted))
                .toList();
    }

    private static Stream<String> incompatibilities(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(fault -> "%s at %s (%s)".formatted(fault.getType(), fault.getLocation(), fault.getMessage()));
    }
}
