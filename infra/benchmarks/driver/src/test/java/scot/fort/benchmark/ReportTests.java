package scot.fort.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTests {

    private final Report report = new Report(new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void saysOfEachFigureWhetherItMeetsItsBudget() {
        report.atLeast("ratio", 0.56, 0.55);
        assertThat(report.allMet()).isTrue();

        report.atMost("p99 in ms", 51, 50);
        assertThat(report.allMet()).isFalse();
        assertThat(report.markdown())
                .contains("**ratio: 0.56** (budget >= 0.55) PASS", "**p99 in ms: 51.00** (budget <= 50.00) SHORT");
    }

    @Test
    void addsRoundsAsIfOneHadFollowedTheOther() {
        Tally both = new Tally(300, 1, Duration.ofSeconds(1)).plus(new Tally(100, 0, Duration.ofSeconds(1)));

        assertThat(both.perSecond()).isEqualTo(200);
        assertThat(both.failed()).isEqualTo(1);
    }

    @Test
    void dividesProcessorTimeByWhatWasAccepted() {
        Processors before = new Processors(Map.of("intake", Duration.ofMillis(500)));
        Processors after = new Processors(Map.of("intake", Duration.ofMillis(1500), "kafka", Duration.ofMillis(20)));

        assertThat(after.since(before).each(100)).containsOnly(entry("intake", 10_000.0), entry("kafka", 200.0));
        assertThat(after.since(before).together(100)).isEqualTo(10_200);
    }

    @Test
    void readsTheCommandsOfTheDriverFromTheFiguresOfAService() {
        Commands commands = Commands.parse("""
                # TYPE mongodb_driver_commands_seconds summary
                mongodb_driver_commands_seconds_count{cluster_id="1",collection="referrals",command="insert",status="SUCCESS"} 40
                mongodb_driver_commands_seconds_count{cluster_id="1",collection="referrals",command="insert",status="FAILED"} 2
                mongodb_driver_commands_seconds_sum{cluster_id="1",collection="referrals",command="insert",status="SUCCESS"} 0.1
                mongodb_driver_commands_seconds_count{cluster_id="1",collection="keys",command="find",status="SUCCESS"} 1.0
                """);

        assertThat(commands.counts()).containsOnly(entry("insert referrals", 42L), entry("find keys", 1L));
        assertThat(commands.since(new Commands(Map.of("insert referrals", 40L))).of("insert referrals"))
                .isEqualTo(2);
    }
}
