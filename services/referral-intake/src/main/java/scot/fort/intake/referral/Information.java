package scot.fort.intake.referral;

import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/**
 * What a referrer tells later.
 *
 * @param fingerprint by which the same body is known again
 * @param amendment of what was sent before, if that was wrong
 */
public record Information(
        Sealed content, Sealed fingerprint, @Nullable Amendment amendment) {

    /** How much it adds to all that is kept of the referral. */
    long bytes() {
        return Sealed.bytes(content) + (amendment == null ? 0 : Sealed.bytes(amendment.sent()));
    }
}
