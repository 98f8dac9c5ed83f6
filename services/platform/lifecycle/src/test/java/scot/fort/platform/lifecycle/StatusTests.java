package scot.fort.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StatusTests {

    /** The whole matrix: a row a status, x where the column's status may follow. */
    private static final String MATRIX = """
            RECEIVED              .x.......xx
            IN_SCREENING          ..xxxx..xxx
            INFORMATION_REQUESTED .x.xxx..xxx
            RETURNED              x........xx
            ESCALATED             .x......xxx
            ALLOCATING            .x....xx.xx
            UNALLOCATED           .x...x..xxx
            SUPPORT_ACTIVE        .x...x..xxx
            CLOSED                .x.........
            WITHDRAWN             ...........
            ENTERED_IN_ERROR      ...........
            """;

    @Test
    void allowsExactlyTheTransitionsOfTheLifecycle() {
        String actual = Arrays.stream(Status.values())
                .map(from -> "%-21s %s%n"
                        .formatted(
                                from,
                                Arrays.stream(Status.values())
                                        .map(to -> from.mayBecome(to) ? "x" : ".")
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());

        assertThat(actual).isEqualToNormalizingNewlines(MATRIX);
    }

    @Test
    void isOpenUntilNobodyHasToActAnyMore() {
        assertThat(Arrays.stream(Status.values()).filter(status -> !status.isOpen()))
                .containsExactly(Status.CLOSED, Status.WITHDRAWN, Status.ENTERED_IN_ERROR);
    }
}
