package scot.fort.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    @Test
    void isSteadyOnceFourRoundsBroughtNothingNew() {
        assertThat(after(100, 200, 400).isSteady()).isFalse();
        assertThat(after(100, 200, 400, 402, 395, 399).isSteady()).isFalse();
        assertThat(after(100, 200, 400, 402, 395, 399, 410).isSteady()).isTrue();
    }

    @Test
    void isNotSteadyWhileTheBestIsOneOfTheLatest() {
        assertThat(after(100, 400, 300, 350, 380, 420).isSteady()).isFalse();
    }

    private static WarmUp after(double... rates) {
        WarmUp warmUp = new WarmUp();
        DoubleStream.of(rates).forEach(warmUp::add);
        return warmUp;
    }
}
