package scot.fort.allocation.allocation.web;

import org.jspecify.annotations.Nullable;

/** @param reason code */
record ReasonRequest(String reason, @Nullable String text) {}
