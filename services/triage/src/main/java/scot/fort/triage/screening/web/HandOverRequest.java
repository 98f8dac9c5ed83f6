package scot.fort.triage.screening.web;

import org.jspecify.annotations.Nullable;

/** @param to who is to have it; the queue when nobody is named */
record HandOverRequest(@Nullable String to) {}
