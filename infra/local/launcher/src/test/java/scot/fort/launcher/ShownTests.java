package scot.fort.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTests {

    @Test
    void takesAnAnswerThatSaysMoreThanIsShown() {
        assertThat(isShown("{\"status\": \"CLOSED\"}", "{\"status\": \"CLOSED\", \"round\": 1}"))
                .isTrue();
        assertThat(isShown("[\"a\"]", "[\"b\", \"a\"]")).isTrue();
    }

    @Test
    void seesWhatIsOtherwiseThanShown() {
        assertThat(isShown("{\"status\": \"CLOSED\"}", "{\"status\": \"RETURNED\"}"))
                .isFalse();
        assertThat(isShown("{\"status\": \"CLOSED\"}", "{}")).isFalse();
        assertThat(isShown("[\"a\"]", "[\"b\"]")).isFalse();
        assertThat(isShown("[]", "[1]")).isFalse();
        assertThat(isShown("{\"status\": \"CLOSED\"}", "no JSON")).isFalse();
    }

    @Test
    void takesAnyTextOrNumberWhereItDiffersEachTime() {
        assertThat(isShown("\"…\"", "\"text\"")).isTrue();
        assertThat(isShown("\"…\"", "16")).isTrue();
        assertThat(isShown("\"FORT-…\"", "\"FORT-7K2M-9QXA\"")).isTrue();

        assertThat(isShown("\"…\"", "null")).isFalse();
        assertThat(isShown("\"…\"", "{}")).isFalse();
        assertThat(isShown("\"FORT-…\"", "16")).isFalse();
    }

    private static boolean isShown(String shown, String said) {
        return Shown.isIn(new Guide.Done(new Guide.Step("", "json", shown), said, "", 0));
    }
}
