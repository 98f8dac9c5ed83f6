package scot.fort.intake.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFilesTests {

    @Test
    void readsSetsAndTheirCodes() {
        CodeSet colours = read("""
                colours:
                  title: Colours
                  codes:
                    - {code: NO, label: "Red: none", effectiveFrom: 2026-02-01, effectiveTo: 2026-02-28}
                    - {code: "NO", label: None, description: Of another year., effectiveFrom: 2026-03-01}
                """).getFirst();

        assertThat(colours.name()).isEqualTo("colours");
        assertThat(colours.codes())
                .containsExactly(
                        new Code("NO", "Red: none", null, day("2026-02-01"), day("2026-02-28")),
                        new Code("NO", "None", "Of another year.", day("2026-03-01"), null));
    }

    @Test
    void showsACodeFromItsFirstToItsLastDay() {
        CodeSet set = new CodeSet(
                "colours",
                "Colours",
                null,
                List.of(new Code("RED", "Red", null, day("2026-02-01"), day("2026-02-28"))));

        assertThat(set.has("RED", day("2026-01-31"))).isFalse();
        assertThat(set.has("RED", day("2026-02-01"))).isTrue();
        assertThat(set.has("RED", day("2026-02-28"))).isTrue();
        assertThat(set.has("RED", day("2026-03-01"))).isFalse();
        assertThat(set.has("BLUE", day("2026-02-01"))).isFalse();
    }

    /** Whoever edits a file must find the line without reading code. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{code: A, label: One}, {code: A, label: Two} | code A is there twice on the same day",
                "{code: A, label: One, effectiveTo: 2026-05-01}, {code: A, label: Two, effectiveFrom: 2026-05-01}"
                        + " | code A is there twice on the same day",
                "{code: A, label: One, effectiveFrom: 2026-05-01, effectiveTo: 2026-04-01} | code A ends before",
                "{code: A} | code A has no label",
                "{code: A, label: ' '} | code A has no label",
                "{label: One} | a code is missing",
                "{code: A, label: One, effectiveFrom: soon} | effectiveFrom",
                "{code: A, label: One, effectivefrom: 2026-05-01} | effectivefrom",
                " | has no codes"
            })
    void namesFileSetAndCodeOfWhatIsWrong(String codes, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("colours: {title: Colours, codes: [" + (codes == null ? "" : codes) + "]}"))
                .withMessageStartingWith("Reference data test.yaml, set colours: ")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: {title: A, codes: [{code: A, label: One}]}, a: {title: B, codes: [{code: A, label: One}]} | a",
                "A_a: {title: A, codes: [{code: A, label: One}]} | small letters",
                "a: {codes: [{code: A, label: One}]} | has no title",
                "a: [ | test.yaml"
            })
    void takesEachSetOnceAndWithATitle(String document, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{" + document + "}"))
                .withMessageStartingWith("Reference data test.yaml")
                .withMessageContaining(reason);
    }

    @Test
    void takesNoTwoSetsOfOneName() {
        CodeSet set = new CodeSet("a", "A", null, List.of(Code.of("A", "One", null, null, null)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReferenceData(List.of(set, set)))
                .withMessage("set a is there twice");
    }

    @Test
    void readsItsOwnFiles() {
        assertThat(new ReferenceData(ReferenceFiles.all()).sets()).hasSizeGreaterThan(20);
    }

    private static List<CodeSet> read(String yaml) {
        return ReferenceFiles.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
