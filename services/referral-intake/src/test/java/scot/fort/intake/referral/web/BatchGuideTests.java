package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** docs/batch.md, which a school's developer goes by. */
class BatchGuideTests extends BatchServiceTest {

    private static final Path GUIDE = Path.of("..", "..", "docs", "batch.md");

    @ParameterizedTest
    @CsvSource({"ndjson, application/x-ndjson, 2", "csv, text/csv, 1"})
    void showsExamplesThatWouldBeAccepted(String block, String type, int referrals) throws IOException {
        Matcher example =
                Pattern.compile("```" + block + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(example.find()).isTrue();

        List<JsonNode> answers = lines(send(batch(type, example.group(1))
                .uri(URI.create("http://127.0.0.1:" + port + "/v1/referrals/batch?dryRun=true"))));

        assertThat(answers).hasSize(referrals).allMatch(answer -> answer.path("valid")
                .booleanValue(false));
    }

    @Test
    void namesEveryColumnOfTheTemplate() throws IOException {
        String guide = Files.readString(GUIDE);
        String header = call("/v1/referrals/batch/template.csv")
                .as(school("school-rosebank"))
                .get()
                .body()
                .strip();

        assertThat(header.split(","))
                .allSatisfy(name -> assertThat(guide).contains("`" + name.replaceAll("\\.[0-9]+", ".N") + "`"));
    }
}
