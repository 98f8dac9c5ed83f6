package scot.fort.triage.board;

import java.io.Serial;

/** There is no board: what it is read from cannot be reached, more is open than it holds, or the service stops. */
public final class NotFollowedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;
}
