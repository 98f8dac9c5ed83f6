package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import scot.fort.intake.referral.SyntheticReferrals;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The synthetic referrals come to the same in JSON, as lines and as rows. */
class SampleFormatsTests extends BatchServiceTest {

    /** What a row has no column for, so that the whole file is refused. */
    private static final Set<String> WITHOUT_COLUMN = Set.of("thirteen children", "thirteen adults", "unknown field");

    /** What a row cannot tell from what is absent: an empty list, an empty text. The place is the same, the code is another. */
    private static final Set<String> EMPTY = Set.of("no children", "narrative empty");

    /** Every referral with a source of its own, since the same ones are sent three times. */
    private static List<ObjectNode> fresh(List<JsonNode> samples) {
        return samples.stream()
                .map(sample -> {
                    ObjectNode body = (ObjectNode) sample.get("body").deepCopy();
                    if (body.path("source").has("reference")) {
                        body.withObject("source").put("reference", aKey());
                    }
                    return body;
                })
                .toList();
    }

    @Test
    void acceptsTheSameOnesInEveryFormat() {
        List<JsonNode> asLines = lines(send(batch(NDJSON, ndjson(fresh(SyntheticReferrals.valid())))));
        List<JsonNode> asRows =
                lines(send(batch(CSV, Rows.of(fresh(SyntheticReferrals.valid()), BatchServiceTest::aKey))));

        assertThat(asLines).hasSize(240).allMatch(line -> line.get("status").intValue() == 201);
        assertThat(asRows).hasSize(240).allMatch(line -> line.get("status").intValue() == 201);
        List<ObjectNode> alone = fresh(SyntheticReferrals.valid());
        for (int index = 0; index < alone.size(); index++) {
            JsonNode tried = call("/v1/referrals?dryRun=true")
                    .as(school("school-rosebank"))
                    .post(alone.get(index))
                    .expect(200)
                    .json();
            for (List<JsonNode> batch : List.of(asLines, asRows)) {
                assertThat(batch.get(index).path("warnings").valueStream())
                        .containsExactlyElementsOf(tried.get("warnings"));
                assertThat(batch.get(index).has("safetyAdvice"))
                        .isEqualTo(alone.get(index).path("immediateDanger").booleanValue(false));
            }
        }
    }

    @Test
    void refusesTheSameOnesForTheSameReasonsAsLines() {
        List<JsonNode> samples = SyntheticReferrals.invalid();

        List<JsonNode> asLines = lines(send(batch(NDJSON, ndjson(fresh(samples)))));

        assertThat(asLines).hasSize(66).allMatch(line -> line.get("status").intValue() == 422);
        for (int index = 0; index < samples.size(); index++) {
            assertThat(errors(asLines.get(index))).as(why(samples.get(index))).isEqualTo(faults(samples.get(index)));
        }
    }

    @Test
    void refusesTheSameOnesForTheSameReasonsAsRows() {
        List<JsonNode> samples = SyntheticReferrals.invalid().stream()
                .filter(sample -> !WITHOUT_COLUMN.contains(why(sample)))
                .toList();

        List<JsonNode> asRows = lines(send(batch(CSV, Rows.of(fresh(samples), BatchServiceTest::aKey))));

        assertThat(asRows).hasSize(57).allMatch(line -> line.get("status").intValue() == 422);
        for (int index = 0; index < samples.size(); index++) {
            String why = why(samples.get(index));
            List<String> expected = faults(samples.get(index));
            assertThat(errors(asRows.get(index)))
                    .as(why)
                    .isEqualTo(
                            EMPTY.contains(why)
                                    ? expected.stream()
                                            .map(fault -> fault.replaceAll(" too-(few|short)$", " required"))
                                            .toList()
                                    : expected);
        }
    }

    @Test
    void refusesAFileWithAColumnForWhatThereIsNot() {
        for (JsonNode sample : SyntheticReferrals.invalid()) {
            if (WITHOUT_COLUMN.contains(why(sample))) {
                Answer refused = send(batch(CSV, Rows.of(fresh(List.of(sample)), BatchServiceTest::aKey)));

                assertThat(errors(refused.expect(422).json()))
                        .as(why(sample))
                        .isNotEmpty()
                        .allMatch(fault -> fault.endsWith(" unknown-field"));
            }
        }
    }

    private static String why(JsonNode sample) {
        return sample.get("why").stringValue();
    }

    /** Those that it meets when it is sent alone, the one that its file names among them. */
    private List<String> faults(JsonNode sample) {
        List<String> faults = errors(
                submit(fresh(List.of(sample)).getFirst(), aKey()).expect(422).json());
        assertThat(faults)
                .as(why(sample))
                .anyMatch(fault -> fault.startsWith(sample.get("pointer").stringValue() + " "));
        return faults;
    }

    private static String ndjson(List<ObjectNode> referrals) {
        return referrals.stream().map(referral -> line(aKey(), referral)).collect(Collectors.joining("\n"));
    }
}
