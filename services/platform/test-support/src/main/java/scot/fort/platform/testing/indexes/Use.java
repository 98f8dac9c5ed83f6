package scot.fort.platform.testing.indexes;

/** What a query asks of a field, the most that an index can make of it first. */
enum Use {
    /** One value: an index goes on behind it as if it were not there. */
    ONE_VALUE,
    /** One of several values: an index is read once for each, and their orders are merged. */
    SOME_VALUES,
    /** A range of values: an index is read from here to there. */
    RANGE,
    /** Anything else: each entry has to be looked at. */
    LOOK;

    boolean isEquality() {
        return this == ONE_VALUE || this == SOME_VALUES;
    }

    Use stronger(Use other) {
        return compareTo(other) < 0 ? this : other;
    }
}
