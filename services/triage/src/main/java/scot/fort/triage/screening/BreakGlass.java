package scot.fort.triage.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.lifecycle.Refusal;
import scot.fort.platform.sealing.Sealed;
import scot.fort.platform.service.Restriction;

/**
 * See a restricted screening without a grant, for an hour, in an emergency. No {@link Action}: to the one who does it there is
 * no such screening until it is done.
 *
 * @param reason a code
 */
public record BreakGlass(String reason, @Nullable Sealed text) {

    /** Of somebody who sees the screening already. */
    public static final Refusal NOT_NEEDED =
            Refusal.illegal("You may see this referral already: no glass has to be broken.", Set.of());

    private static final Duration HOLDS = Duration.ofHours(1);

    /** @param reader who does it; refused where they see the screening already, whether it is restricted or not */
    public Decision<Screening, ScreeningEvent> on(Screening screening, Restriction reader, Instant at) {
        if (screening.isVisibleTo(reader, at)) {
            return Decision.refused(NOT_NEEDED);
        }
        Grant grant = new Grant(reader.reader(), Grant.Kind.BROKEN_GLASS, reader.reader(), at, at.plus(HOLDS));
        return Decision.accepted(screening.granted(grant), new ScreeningEvent.GlassBroken(grant, reason, text));
    }
}
