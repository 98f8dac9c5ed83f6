package scot.fort.timeline.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.events.EventCatalogue;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.timeline.history.Details;
import scot.fort.timeline.history.Entry;
import scot.fort.timeline.history.Stories;

class SentencesTests {

    private static final Set<Schema.Type> NEVER_PERSONAL = Set.of(Schema.Type.ENUM, Schema.Type.INT);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Sentences sentences = new Sentences();

    static Stream<Schema> events() {
        return EventCatalogue.events().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasOneThatShowsNothingButCodesAndNumbers(Schema event) throws IOException {
        String sentence = file().getProperty(event.getName());

        assertThat(sentence).as(event.getName()).isNotBlank().endsWith(".");
        assertThat(PLACE.matcher(sentence).results()).allSatisfy(place -> assertThat(
                        event.getField(place.group(1)).schema().getType())
                .isIn(NEVER_PERSONAL));
    }

    @Test
    void saysCodesInPlainWords() {
        Entry decided = Stories.entry(EventScript.about("r")
                .then(EventBuilders.decided(ScreeningDecision.ALLOCATE_FAMILY_SUPPORT))
                .events()
                .getFirst());

        assertThat(sentences.of(decided)).isEqualTo("The screening hub decided: allocate family support.");
    }

    @Test
    void saysATypeOfALaterReleaseByItsName() {
        Entry known = Stories.entry(Stories.supportStarts().events().getFirst());
        Entry later = new Entry(
                "ChildHeard",
                known.occurredAt(),
                known.recordedAt(),
                "triage",
                1,
                known.eventId(),
                known.actor(),
                known.organisation(),
                new Details(Map.of()),
                List.of());

        assertThat(sentences.of(later)).isEqualTo("Child Heard.");
    }

    private static Properties file() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Sentences.class.getResourceAsStream(Sentences.FILE)) {
            properties.load(file);
        }
        return properties;
    }
}
