package scot.fort.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scot.fort.events.EventCatalogue;
import scot.fort.events.content.FreeText;
import scot.fort.events.content.Views;

class ContentCodecTests {

    private static final String CHILD = "I want to go home.";

    @Test
    void readsWhatWasWrittenBeforeAFieldWasAdded() throws IOException {
        var before = parse("""
                {"type": "record", "name": "Views", "namespace": "scot.fort.events.content", "fields": [
                  {"name": "child", "type": ["null", "string"], "default": null}]}""");
        var codec = new ContentCodec(new ReleasedContents(List.of(before, Views.getClassSchema())));

        var views = codec.decode(written(before, "child"), Views.class);

        assertThat(views.getChild()).isEqualTo(CHILD);
        assertThat(views.getParentCarer()).isNull();
    }

    @Test
    void takesNoOtherRecordForTheOneAskedFor() throws IOException {
        var similar = parse("""
                {"type": "record", "name": "Remark", "namespace": "scot.fort.events.content", "fields": [
                  {"name": "text", "type": "string"}]}""");
        var codec = new ContentCodec(new ReleasedContents(List.of(similar)));
        var remark = written(similar, "text");

        assertThatThrownBy(() -> codec.decode(remark, FreeText.class))
                .hasMessageContaining("no FreeText")
                .hasMessageNotContaining(CHILD);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void findsTheReleasedVersionsOfEveryContent(Schema content) throws IOException {
        var resource = "/scot/fort/events/released/0.1.0/content/" + content.getName() + ".avsc";
        try (var file = ContentCodecTests.class.getResourceAsStream(resource)) {
            var fingerprint = SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(file));

            assertThat(ReleasedContents.onClassPath().versions(content).findByFingerprint(fingerprint))
                    .isNotNull();
        }
    }

    static List<Schema> contents() {
        return EventCatalogue.contents();
    }

    private static Schema parse(String schema) {
        return new Schema.Parser().parse(schema);
    }

    private static byte[] written(Schema schema, String field) throws IOException {
        var content = new GenericRecordBuilder(schema).set(field, CHILD).build();
        return new BinaryMessageEncoder<>(GenericData.get(), schema)
                .encode(content)
                .array();
    }
}
