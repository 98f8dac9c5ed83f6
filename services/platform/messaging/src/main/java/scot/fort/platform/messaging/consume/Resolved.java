package scot.fort.platform.messaging.consume;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.messaging.aggregate.Discarded;

/** What came of an operator's retrying or discarding a parked event. */
public sealed interface Resolved {

    /**
     * It was tried again.
     *
     * @param obstacle why it still waits; null when it was applied
     * @param released how many others were applied in the same write
     * @param left how many events of the referral still wait
     */
    record Retried(@Nullable String obstacle, int released, int left) implements Resolved {}

    /**
     * The position has moved past it.
     *
     * @param released how many events were applied in the same write
     * @param left how many events of the referral still wait
     */
    record Gone(Discarded discarded, int released, int left) implements Resolved {}

    /**
     * Refused, as another event of its source comes first.
     *
     * @param sequence of that event
     * @param missing whether that event has not come, and this is the first that has
     */
    record NotItsTurn(String source, long sequence, boolean missing) implements Resolved {}

    /** Refused, as nothing is missing before it. */
    record NothingMissing() implements Resolved {}

    /** Refused, as it tells of an erasure: what is kept of that referral has to go everywhere. */
    record MustTakeEffect() implements Resolved {}

    /** Refused, as it was left in the topic, and all that follows it; without it nobody would look for that there. */
    record LeftInTopic() implements Resolved {}
}
