package scot.fort.intake.batch;

import java.time.Duration;

/**
 * How far a batch may go.
 *
 * @param mostLines that are taken, empty ones counted
 * @param mostLineBytes of one line
 * @param atATime how many lines are worked on at a time
 * @param mostWaitingBytes of answers that its client has not read
 * @param mostUnavailableInARow lines that could not be stored one after the other, until no more are tried
 * @param longest how long it may take
 */
public record Bounds(
        int mostLines,
        int mostLineBytes,
        int atATime,
        long mostWaitingBytes,
        int mostUnavailableInARow,
        Duration longest) {}
