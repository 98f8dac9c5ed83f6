package scot.fort.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void areWhatSpringBootFoundOut() {
        List<String> log = List.of(
                "2026-11-25 ERROR LoggingFailureAnalysisReporter :",
                "APPLICATION FAILED TO START",
                "Description:",
                "",
                "Web server failed to start. Port 8081 was already in use.",
                "",
                "Action:");

        assertThat(LastWords.in(log)).contains("Web server failed to start. Port 8081 was already in use.");
    }

    @Test
    void areTheLastErrorOtherwise() {
        assertThat(LastWords.in(List.of("ERROR first", "ERROR second", "\tat some.where")))
                .contains("ERROR second");
    }

    @Test
    void areNoneWhereNothingWentWrong() {
        assertThat(LastWords.in(List.of("INFO all is well"))).isEmpty();
    }
}
