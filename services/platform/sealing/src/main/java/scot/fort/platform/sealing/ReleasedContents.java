package scot.fort.platform.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The schemas of content as each release had them, so that what was sealed under any of them can be read for ever. */
final class ReleasedContents {

    private static final String COPIES = "classpath*:scot/fort/events/released/*/content/*.avsc";

    private final Map<String, List<Schema>> byName;

    ReleasedContents(Collection<Schema> released) {
        this.byName = released.stream().collect(Collectors.groupingBy(Schema::getFullName));
    }

    /** The copies that {@code fort-schemas} brings along. */
    static ReleasedContents onClassPath() {
        try {
            var released = new ArrayList<Schema>();
            for (var copy : new PathMatchingResourcePatternResolver().getResources(COPIES)) {
                try (var file = copy.getInputStream()) {
                    released.add(new Schema.Parser().parse(file));
                }
            }
            return new ReleasedContents(released);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The released copies of the schemas cannot be read", unreadable);
        }
    }

    /** All released versions of one record, and of no other that may look like it. */
    SchemaStore versions(Schema record) {
        var versions = new SchemaStore.Cache();
        byName.getOrDefault(record.getFullName(), List.of()).forEach(versions::addSchema);
        return versions;
    }
}
