package scot.fort.intake.referral;

import java.time.Duration;

/** What came of a submission. */
public sealed interface Submitted {

    /** It is a referral now. @param answer the body of the answer */
    record Accepted(String id, String answer) implements Submitted {}

    /** It was accepted before. @param answer the body of the first answer */
    record Replayed(String id, String answer) implements Submitted {}

    /** The key was used with another body. */
    record KeyReused() implements Submitted {}

    /** The organisation has sent this record of its own before, as another submission. */
    record DuplicateSource(String id, String reference) implements Submitted {}

    /** Another one is being stored under this key or source at this moment. */
    record InFlight() implements Submitted {}

    /** Too many referrals wait already; nothing was stored. @param retryAfter when to try again */
    record Busy(Duration retryAfter) implements Submitted {}
}
