package scot.fort.intake.batch;

import org.jspecify.annotations.Nullable;

/**
 * A line of a batch as it came, without its line end.
 *
 * @param number from 1; of CSV the number of the row, whatever line ends its cells have
 * @param bytes none of a line that is longer than allowed
 */
public record Line(int number, byte @Nullable [] bytes) {}
