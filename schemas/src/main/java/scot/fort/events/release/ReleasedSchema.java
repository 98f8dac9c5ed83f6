package scot.fort.events.release;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.jspecify.annotations.Nullable;

/**
 * A schema that has been written with.
 *
 * @param version of the release, or of the subject in a registry
 */
public record ReleasedSchema(String version, Schema schema) {

    String name() {
        return schema.getFullName();
    }

    /**
     * Why the schema may not be followed by another: a line per fault, none when each can read what the other writes.
     *
     * @param current the schema of this name today, none when it is gone
     */
    public List<String> faults(@Nullable Schema current) {
        if (current == null) {
            return List.of("%s was released in %s and is gone".formatted(name(), version));
        }
        String readsLess = "%s cannot read what %s wrote: ".formatted(name(), version);
        String isReadLess = "%s of %s cannot read what is written now: ".formatted(name(), version);
        return Stream.concat(
                        incompatibilities(current, schema).map(readsLess::concat),
                        incompatibilities(schema, current).map(isReadLess::concat))
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
