package scot.fort.events.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scot.fort.events.EventCatalogue;
import scot.fort.events.PublishedSchema;

class ReleasesTests {

    private static final Schema VISIT = visit("");

    @TempDir
    private Path folder;

    @Test
    void letsEverySchemaOfTodayFollowWhatHasBeenReleased() {
        assertThat(Releases.in(Path.of("released")).faults(EventCatalogue.toldAndContents()))
                .isEmpty();
    }

    @Test
    void keepsACopyOfEverySchemaThatIsCompleteInItself() throws IOException {
        List<Schema> current = EventCatalogue.toldAndContents();

        assertThat(release("0.1.0", current.toArray(Schema[]::new))).isEmpty();

        for (Schema schema : current) {
            String context = EventCatalogue.context(schema);
            String copy = Files.readString(folder.resolve("0.1.0/" + context + "/" + schema.getName() + ".avsc"));
            assertThat(new Schema.Parser().parse(copy)).isEqualTo(PublishedSchema.of(schema));
            assertThat(copy).doesNotContain("avro.java.string");
        }
        assertThat(faults(current.toArray(Schema[]::new))).isEmpty();
    }

    @Test
    void letsAFieldAndASymbolWithDefaultsJoin() {
        release("1.0.0", VISIT);

        assertThat(faults(visit(FIELD_WITH_DEFAULT))).isEmpty();
        assertThat(faults(new Schema.Parser().parse(VISIT.toString().replace("\"PLANNED\"", "\"PLANNED\",\"MOVED\""))))
                .isEmpty();
    }

    @Test
    void findsThatTodaysSchemaCannotReadAReleasedOne() {
        release("1.0.0", VISIT);

        assertThat(faults(visit(FIELD_WITHOUT_DEFAULT)))
                .containsExactly("test.Visited cannot read what 1.0.0 wrote:"
                        + " READER_FIELD_MISSING_DEFAULT_VALUE at /fields/2 (by)");
    }

    @Test
    void findsThatAReleasedSchemaCannotReadTodaysOne() {
        release("1.0.0", visit(FIELD_WITHOUT_DEFAULT));

        assertThat(faults(VISIT))
                .containsExactly("test.Visited of 1.0.0 cannot read what is written now:"
                        + " READER_FIELD_MISSING_DEFAULT_VALUE at /fields/2 (by)");
    }

    @Test
    void looksBehindTheLatestReleaseToo() {
        release("1.0.0", visit(FIELD_WITH_DEFAULT));
        release("1.1.0", VISIT);

        assertThat(faults(visit(FIELD_OF_ANOTHER_TYPE))).hasSize(2).allMatch(fault -> fault.contains("1.0.0"));
    }

    @Test
    void missesAnEventThatIsGone() {
        release("1.0.0", VISIT);

        assertThat(faults()).containsExactly("test.Visited was released in 1.0.0 and is gone");
    }

    @Test
    void releasesNothingThatBreaksAnEarlierRelease() {
        release("1.0.0", VISIT);

        assertThat(release("1.1.0", visit(FIELD_WITHOUT_DEFAULT))).hasSize(1);

        assertThat(folder.resolve("1.1.0")).doesNotExist();
    }

    @Test
    void neverReleasesAVersionTwice() {
        release("1.0.0", VISIT);

        assertThat(release("1.0.0", visit(FIELD_WITH_DEFAULT)))
                .containsExactly("1.0.0 has been released already, and is frozen");
        assertThat(release("1.0.0-SNAPSHOT", VISIT))
                .containsExactly("1.0.0-SNAPSHOT is no version; it must look like 1.2.3");
    }

    private static final String FIELD_WITH_DEFAULT = """
            , {"name": "by", "type": ["null", "string"], "default": null}""";
    private static final String FIELD_WITHOUT_DEFAULT = """
            , {"name": "by", "type": "string"}""";
    private static final String FIELD_OF_ANOTHER_TYPE = """
            , {"name": "by", "type": ["null", "int"], "default": null}""";

    private static Schema visit(String furtherField) {
        return new Schema.Parser().parse("""
                {"type": "record", "name": "Visited", "namespace": "test", "fields": [
                  {"name": "id", "type": "string"},
                  {"name": "kind", "type": {"type": "enum", "name": "Kind",
                    "symbols": ["UNKNOWN", "PLANNED"], "default": "UNKNOWN"}}
                  %s]}""".formatted(furtherField));
    }

    private List<String> release(String version, Schema... schemas) {
        return Releases.in(folder).release(version, List.of(schemas));
    }

    private List<String> faults(Schema... current) {
        return Releases.in(folder).faults(List.of(current));
    }
}
