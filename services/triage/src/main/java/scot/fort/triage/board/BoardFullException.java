package scot.fort.triage.board;

import java.io.Serial;

/** More screenings are open than an instance holds for those who follow. */
final class BoardFullException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;
}
