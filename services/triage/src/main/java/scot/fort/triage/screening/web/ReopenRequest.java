package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;

/** @param reason a code */
record ReopenRequest(String reason, @Nullable String text) {}
