package scot.fort.allocation.allocation.web;

import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.OfferAnswer;

/** @param reason code */
record DeclineRequest(
        OfferAnswer answer, String reason, @Nullable String text) {}
