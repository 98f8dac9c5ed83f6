package scot.fort.intake.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/**
 * What the hub asked the referrer last.
 *
 * @param number the how many-th question of this referral
 */
public record Question(
        int number, Instant askedAt, @Nullable Sealed text) {}
