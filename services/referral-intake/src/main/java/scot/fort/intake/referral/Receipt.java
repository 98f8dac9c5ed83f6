package scot.fort.intake.referral;

import java.time.Instant;
import java.util.List;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.web.problem.FieldFault;

/**
 * What a referrer gets for a referral that was accepted.
 *
 * @param warnings of what was accepted although it may be wrong
 */
public record Receipt(
        String id,
        String reference,
        Instant receivedAt,
        Lane lane,
        boolean immediateDanger,
        List<FieldFault> warnings) {}
