package scot.fort.intake.batch.csv;

import java.util.List;

/**
 * A column.
 *
 * @param path names of members, and places in lists that count from 1
 * @param cell what its cells mean
 */
record Column(List<String> path, Cell cell) {

    /** The one that holds the key of a row instead of a part of the referral. */
    static final Column KEY = new Column(List.of("idempotencyKey"), Cell.TEXT);

    boolean isKey() {
        return equals(KEY);
    }

    /** Its name in the header. */
    String name() {
        return String.join(".", path);
    }
}
