package scot.fort.triage.screening;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Grant;

/**
 * Let somebody see a restricted screening, in place of what they had.
 *
 * @param grantee subject of their token
 * @param until in the future; none where it lasts until it is revoked
 */
public record GrantAccess(String grantee, @Nullable Instant until) implements ScreeningCommand {

    /** More people than work on any one case. All are kept with it. */
    private static final int MOST = 100;

    @Override
    public Action action() {
        return Action.GRANT;
    }

    @Override
    public Decision<Screening, ScreeningEvent> on(Screening screening, Acting acting) {
        if (screening
                .granted()
                .inForce(grantee, acting.at())
                .filter(this::isSaid)
                .isPresent()) {
            return Decision.accepted(screening, List.of());
        }
        if (screening.granted().inForce(acting.at()).size() >= MOST) {
            return Decision.illegal("At most " + MOST + " people may see it at a time.", Set.of());
        }
        Grant grant = new Grant(grantee, Grant.Kind.GRANTED, acting.who(), acting.at(), until);
        return Decision.accepted(screening.granted(grant), new ScreeningEvent.AccessGranted(grant));
    }

    private boolean isSaid(Grant held) {
        return held.kind() == Grant.Kind.GRANTED && Objects.equals(held.until(), until);
    }
}
