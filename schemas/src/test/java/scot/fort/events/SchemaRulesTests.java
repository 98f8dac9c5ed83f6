package scot.fort.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The rules hold for every event that there is, and each is seen to fail on one that breaks them all. */
class SchemaRulesTests {

    private static final Path CLEAR_TEXTS = Path.of("src/test/resources/scot/fort/events/clear-texts.txt");

    private static final Set<String> CONTENTS =
            EventCatalogue.contents().stream().map(Schema::getName).collect(Collectors.toSet());

    private static final Schema BROKEN = new Schema.Parser().parse("""
            {"type": "record", "name": "Broken", "namespace": "scot.fort.events.test", "fields": [
              {"name": "childName", "type": "string"},
              {"name": "aliases", "type": ["null", {"type": "array", "items": "string"}], "default": null},
              {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["ONE"]}},
              {"name": "text", "seals": "Nothing", "type":
                {"type": "record", "name": "SealedContent", "namespace": "scot.fort.events.common", "fields": [
                  {"name": "ciphertext", "type": "bytes"}]}}]}""");

    @Test
    void beginsEveryEventWithItsMetadata() {
        assertThat(EventCatalogue.events()).allMatch(SchemaRules::beginsWithMetadata);
        assertThat(SchemaRules.beginsWithMetadata(BROKEN)).isFalse();
    }

    @Test
    void givesEveryEnumADefault() {
        assertThat(EventCatalogue.events())
                .flatMap(SchemaRules::enumsWithoutDefault)
                .isEmpty();
        assertThat(SchemaRules.enumsWithoutDefault(BROKEN)).containsExactly("Kind");
    }

    @Test
    void saysOfEverythingSealedWhatIsInside() {
        assertThat(EventCatalogue.events())
                .flatMap(event -> SchemaRules.sealedWithoutContent(event, CONTENTS))
                .isEmpty();
        assertThat(SchemaRules.sealedWithoutContent(BROKEN, CONTENTS)).containsExactly("Broken.text");
    }

    @Test
    void carriesNoTextInClearOfWhichNobodyHasSaidWhyItIsNotPersonal() throws IOException {
        Set<String> clear = EventCatalogue.events().stream()
                .flatMap(event -> SchemaRules.clearTexts(event).stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(clear).containsExactlyInAnyOrderElementsOf(listed());
        assertThat(SchemaRules.clearTexts(BROKEN)).contains("Broken.childName", "Broken.aliases");
    }

    /** Every line says the field, what it is, and why that is not personal. */
    private static List<String> listed() throws IOException {
        try (Stream<String> lines = Files.lines(CLEAR_TEXTS)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 3))
                    .peek(parts -> assertThat(parts).hasSize(3).doesNotContain(""))
                    .peek(parts -> assertThat(parts[1]).isIn("code", "id", "sealed"))
                    .map(parts -> parts[0])
                    .toList();
        }
    }
}
