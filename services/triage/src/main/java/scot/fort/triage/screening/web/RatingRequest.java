package scot.fort.triage.screening.web;

import scot.fort.platform.lifecycle.Priority;

/** @param rationale why, internal */
record RatingRequest(Priority priority, String rationale) {}
