package scot.fort.broken.screening;

/** A name that says nothing. */
record ScreeningManager() {}
