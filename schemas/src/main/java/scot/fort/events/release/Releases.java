package scot.fort.events.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import scot.fort.events.EventCatalogue;
import scot.fort.events.PublishedSchema;

/**
 * The schemas of every release: {@code <folder>/<version>/<context>/<Record>.avsc}, each complete in itself. A topic is
 * kept for ever, so whatever was released once must be readable for ever, and whoever still runs a release must be able
 * to read what the next one writes.
 */
public final class Releases {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
    private static final String SUFFIX = ".avsc";

    private final Path folder;

    private Releases(Path folder) {
        this.folder = folder;
    }

    /** @param folder {@code schemas/released} in the source tree; without a release it may be empty or not be there */
    public static Releases in(Path folder) {
        return new Releases(folder);
    }

    /**
     * Why these schemas may not follow what has been released: a line per fault, none when they may.
     *
     * @param current all that there are now
     */
    public List<String> faults(Collection<Schema> current) {
        Map<String, Schema> byName =
                current.stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
        return released().stream()
                .flatMap(released -> released.faults(byName.get(released.name())).stream())
                .toList();
    }

    /**
     * Writes the copies of a new release, unless there is a reason not to; never touches those of an earlier one.
     *
     * @param version such as {@code 0.1.0}
     * @return the reasons, a line each; empty when the copies have been written
     */
    public List<String> release(String version, Collection<Schema> current) {
        if (!VERSION.matcher(version).matches()) {
            return List.of(version + " is no version; it must look like 1.2.3");
        }
        Path release = folder.resolve(version);
        if (Files.exists(release)) {
            return List.of(version + " has been released already, and is frozen");
        }
        List<String> faults = faults(current);
        if (faults.isEmpty()) {
            current.forEach(schema -> write(release, schema));
        }
        return faults;
    }

    private static void write(Path release, Schema schema) {
        Path context = release.resolve(EventCatalogue.context(schema));
        try {
            Files.createDirectories(context);
            Files.writeString(
                    context.resolve(schema.getName() + SUFFIX),
                    PublishedSchema.of(schema).toString(true) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<ReleasedSchema> released() {
        List<ReleasedSchema> found = new ArrayList<>();
        for (Path release : children(folder)) {
            for (Path context : children(release)) {
                children(context).forEach(file -> found.add(read(release, file)));
            }
        }
        return found;
    }

    private static ReleasedSchema read(Path release, Path file) {
        try {
            return new ReleasedSchema(
                    release.getFileName().toString(), new Schema.Parser().parse(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Folders, and the files of schemas. */
    private static List<Path> children(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child ->
                            Files.isDirectory(child) || child.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
