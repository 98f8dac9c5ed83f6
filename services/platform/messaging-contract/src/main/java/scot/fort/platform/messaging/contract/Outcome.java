package scot.fort.platform.messaging.contract;

import java.util.List;
import java.util.Map;

/**
 * What deliveries have made of an aggregate, as far as it must always be the same.
 *
 * @param positions sequence reached, by source
 * @param parked what waits, as {@code source sequence}
 * @param outbox what would be sent, in order
 */
record Outcome(Object state, Map<String, Long> positions, List<String> parked, List<String> outbox) {}
