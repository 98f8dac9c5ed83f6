package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;

/** What somebody wants to work on; anything, when nothing is said. */
record ClaimNextRequest(@Nullable Lane lane, @Nullable Priority priority) {}
