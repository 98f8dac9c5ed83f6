package scot.fort.intake.referral;

import java.time.Instant;
import java.util.List;
import scot.fort.platform.lifecycle.Lane;

/**
 * What a referrer gets for a referral that was accepted.
 *
 * @param warnings of what was accepted although it may be wrong
 */
public record Receipt(
        String id, String reference, Instant receivedAt, Lane lane, boolean immediateDanger, List<Warning> warnings) {

    /**
     * Something that may be wrong.
     *
     * @param pointer into the body that was sent
     * @param code stable, for programs
     * @param message for people; repeats nothing that was sent
     */
    public record Warning(String pointer, String code, String message) {}
}
