package scot.fort.timeline.history.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.events.EventCatalogue;
import scot.fort.events.common.ScreeningDecision;
import scot.fort.events.common.SealedContent;
import scot.fort.platform.messaging.contract.EventBuilders;
import scot.fort.platform.messaging.contract.EventSamples;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.timeline.history.Entry;
import scot.fort.timeline.history.SealedPart;
import scot.fort.timeline.history.Stories;

class EventEntriesTests {

    @Test
    void saysWhatHappenedWhenAndWhoDidIt() {
        Entry entry = entryOf(EventBuilders.received().build());

        assertThat(entry.type()).isEqualTo("ReferralReceived");
        assertThat(entry.source()).isEqualTo("intake");
        assertThat(entry.sequence()).isEqualTo(1);
        assertThat(entry.organisation()).isEqualTo("school-rosebank");
        assertThat(entry.occurredAt()).isEqualTo(EventSamples.TIME);
        assertThat(entry.recordedAt()).isEqualTo(EventSamples.TIME.plusMillis(1));
    }

    @Test
    void writesDetailsAsADocumentOfCodesTimesAndNumbers() {
        Entry entry = entryOf(EventBuilders.received()
                .setReceivedAt(Instant.parse("2026-11-20T09:30:00Z"))
                .build());

        assertThat(entry.details().fields())
                .contains(
                        entry("lane", "FAMILY_SUPPORT"),
                        entry("receivedAt", "2026-11-20T09:30:00.000Z"),
                        entry("restricted", false),
                        entry("supportRequested", List.of("FAMILY_SUPPORT")),
                        entry(
                                "children",
                                List.of(Map.of(
                                        "ref", "c1", "ageYears", 11L, "unborn", false, "ward", "STRATHMARTINE"))))
                .doesNotContainKeys("metadata", "content");
    }

    @Test
    void setsApartWhatIsSealedWithTheNameOfWhatIsInside() {
        Entry decided =
                entryOf(EventBuilders.decided(ScreeningDecision.ADVICE_SIGNPOST).build());

        assertThat(decided.details().fields()).doesNotContainKeys("rationale", "messageToReferrer");
        assertThat(decided.sealed())
                .extracting(SealedPart::field, SealedPart::content)
                .containsExactly(tuple("rationale", "FreeText"));
    }

    static Stream<Schema> events() {
        return EventCatalogue.events().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void takesEveryEventThereIs(Schema schema) {
        SpecificRecord event = EventSamples.some(schema);

        Entry entry = entryOf(event);

        assertThat(entry.type()).isEqualTo(schema.getName());
        assertThat(entry.details().fields().size() + entry.sealed().size()).isEqualTo(present(event) - 1);
    }

    @ParameterizedTest
    @MethodSource("events")
    void knowsOfEverySealedFieldWhatIsInside(Schema schema) throws ClassNotFoundException {
        for (Schema.Field field : schema.getFields()) {
            if (isSealed(field.schema())) {
                assertThat(Class.forName("scot.fort.events.content." + field.getProp(EventEntries.SEALS)))
                        .isAssignableTo(SpecificRecord.class);
            }
        }
    }

    private static boolean isSealed(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().anyMatch(EventEntriesTests::isSealed)
                : schema.equals(SealedContent.getClassSchema());
    }

    private static int present(SpecificRecord event) {
        return Math.toIntExact(event.getSchema().getFields().stream()
                .filter(field -> event.get(field.pos()) != null)
                .count());
    }

    private static Entry entryOf(SpecificRecord event) {
        return Stories.entry(
                EventScript.about(Stories.REFERRAL).then(event).events().getFirst());
    }
}
