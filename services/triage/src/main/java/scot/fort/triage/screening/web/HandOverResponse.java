package scot.fort.triage.screening.web;

import java.time.Instant;
import java.util.List;
import scot.fort.platform.lifecycle.Priority;

/**
 * What was done with all that a screener held, the most urgent first.
 *
 * @param more whether they hold more than one call hands over, so that the same is to be sent again
 */
record HandOverResponse(List<HandedOver> items, boolean more, Instant asOf) {

    HandOverResponse {
        items = List.copyOf(items);
    }

    record HandedOver(String referralId, String reference, Priority priority, HandOverResult result) {}
}
