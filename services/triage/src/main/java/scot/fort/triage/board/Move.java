package scot.fort.triage.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something of a screening looks otherwise, because somebody wrote it or because its time has come.
 *
 * @param before none where it was not on the board
 * @param beforeAt the time as of which {@code before} was told
 * @param after none where it is no longer on the board
 * @param at the time as of which {@code after} is told
 */
public record Move(
        String referralId,
        @Nullable Sight before,
        Instant beforeAt,
        @Nullable Sight after,
        Instant at) {}
