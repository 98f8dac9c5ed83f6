package scot.fort.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scot.fort.events.triage.ScreeningDecided;

class EventCatalogueTests {

    private static final Set<String> SHARED = Set.of("common", "content");

    @Test
    void knowsEveryEventThatHasAFile() throws IOException {
        Path folder = Path.of("src/main/avro");
        List<String> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !SHARED.contains(file.getName(0).toString()))
                    .map(Path::toString)
                    .toList();
        }

        assertThat(EventCatalogue.events())
                .extracting(event -> EventCatalogue.context(event) + "/" + event.getName() + ".avsc")
                .containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void sendsEveryEventToATopicThatIsCreated() throws IOException {
        Set<String> created;
        try (Stream<String> lines = Files.lines(Path.of("../infra/kafka/topics"))) {
            created = lines.map(line -> "fort." + line.split("\\s+")[0]).collect(Collectors.toSet());
        }

        assertThat(EventCatalogue.events())
                .extracting(event -> EventCatalogue.topic("fort", event))
                .isSubsetOf(created);
    }

    @Test
    void namesASubjectByTopicAndRecord() {
        assertThat(EventCatalogue.subject("fort", ScreeningDecided.getClassSchema()))
                .isEqualTo("fort.triage.v1-scot.fort.events.triage.ScreeningDecided");
    }
}
