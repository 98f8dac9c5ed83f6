package scot.fort.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static scot.fort.triage.screening.Given.DESK;
import static scot.fort.triage.screening.Given.LEASE;
import static scot.fort.triage.screening.Given.TEXT;
import static scot.fort.triage.screening.Given.aReferral;
import static scot.fort.triage.screening.Given.aScreening;
import static scot.fort.triage.screening.Given.accepted;
import static scot.fort.triage.screening.Given.after;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.service.Restriction;

/** Who may see a restricted screening, and for how long. */
class AccessTests {

    private static final String MANAGER = "mash-manager";
    private static final Instant NOW = Given.RECEIVED.plusSeconds(60);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BreakGlass BREAK_GLASS = new BreakGlass("IMMEDIATE_DANGER", TEXT);

    private final Screening restricted = aScreening(aReferral().restricted());

    @Test
    void showsItToTheGranteeAlone() {
        Screening granted = granted(restricted, "kim", null);

        assertThat(sees("kim", granted, NOW)).isTrue();
        assertThat(sees("lee", granted, NOW)).isFalse();
        assertThat(granted.isVisibleTo(new Restriction(MANAGER, true), NOW)).isTrue();
        assertThat(sees("lee", aScreening(), NOW)).isTrue();
    }

    @Test
    void endsAGrantByTheClock() {
        Screening granted = granted(restricted, "kim", NOW.plus(MINUTE));

        assertThat(sees("kim", granted, NOW.plus(MINUTE).minusMillis(1))).isTrue();
        assertThat(sees("kim", granted, NOW.plus(MINUTE))).isFalse();
        assertThat(granted(granted, "lee", null, NOW.plus(MINUTE)).granted().held())
                .extracting(Grant::grantee)
                .containsExactly("lee");
    }

    @Test
    void endsAGrantWhenItIsRevokedAndTheClaimWithIt() {
        Screening claimed = after(granted(restricted, "kim", null), "kim", NOW, new ClaimScreening());

        var revoked = accepted(DESK.carryOut(new RevokeAccess("kim"), claimed, MANAGER, NOW));

        assertThat(sees("kim", revoked.state(), NOW)).isFalse();
        assertThat(revoked.state().claimedBy(NOW)).isNull();
        assertThat(revoked.events())
                .containsExactly(
                        new ScreeningEvent.AccessRevoked("kim"),
                        new ScreeningEvent.Released(1, "kim", ScreeningEvent.ReleaseCause.ACCESS_ENDED));
        var again = accepted(DESK.carryOut(new RevokeAccess("kim"), revoked.state(), MANAGER, NOW));
        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(revoked.state());
    }

    @Test
    void leavesTheClaimOfSomebodyElseWhenAGrantEnds() {
        Screening claimed =
                after(granted(granted(restricted, "kim", null), "lee", null), "lee", NOW, new ClaimScreening());

        var revoked = accepted(DESK.carryOut(new RevokeAccess("kim"), claimed, MANAGER, NOW));

        assertThat(revoked.state().claimedBy(NOW)).isEqualTo("lee");
        assertThat(revoked.events()).containsExactly(new ScreeningEvent.AccessRevoked("kim"));
    }

    @Test
    void letsNoClaimOutliveTheGrant() {
        Instant end = NOW.plus(MINUTE);
        Screening granted = granted(restricted, "kim", end);

        var claimed = accepted(DESK.carryOut(new ClaimScreening(), granted, "kim", NOW));
        Screening renewed = after(claimed.state(), "kim", NOW.plusSeconds(30), new RenewClaim());
        Screening longer = after(granted(renewed, "kim", null), "kim", NOW, new RenewClaim());
        Screening shorter = granted(longer, "kim", NOW.plusSeconds(5));

        assertThat(claimed.events()).containsExactly(new ScreeningEvent.Claimed(1, new Lease("kim", end)));
        assertThat(claimed.state().lease()).isEqualTo(new Lease("kim", end));
        assertThat(renewed.lease()).isEqualTo(new Lease("kim", end));
        assertThat(longer.lease()).isEqualTo(new Lease("kim", NOW.plus(LEASE)));
        assertThat(shorter.lease()).isEqualTo(new Lease("kim", NOW.plusSeconds(5)));
        assertThat(after(granted, MANAGER, NOW, new ClaimScreening()).lease())
                .isEqualTo(new Lease(MANAGER, NOW.plus(LEASE)));
    }

    @Test
    void saysNothingTwice() {
        Screening granted = granted(restricted, "kim", null);

        var again = accepted(DESK.carryOut(new GrantAccess("kim", null), granted, MANAGER, NOW.plus(MINUTE)));

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(granted);
    }

    @Test
    void opensItForAnHourToWhoeverBreaksTheGlass() {
        var broken = accepted(BREAK_GLASS.on(restricted, reader("kim"), NOW));

        assertThat(sees("kim", broken.state(), NOW.plus(Duration.ofMinutes(59))))
                .isTrue();
        assertThat(sees("kim", broken.state(), NOW.plus(Duration.ofHours(1)))).isFalse();
        assertThat(sees("lee", broken.state(), NOW)).isFalse();
        assertThat(broken.events())
                .containsExactly(new ScreeningEvent.GlassBroken(
                        new Grant("kim", Grant.Kind.BROKEN_GLASS, "kim", NOW, NOW.plus(Duration.ofHours(1))),
                        "IMMEDIATE_DANGER",
                        TEXT));
    }

    @Test
    void breaksNoGlassForThoseWhoSeeItAlready() {
        Decision<Screening, ScreeningEvent> refused =
                Decision.illegal("You may see this referral already: no glass has to be broken.", Set.of());

        assertThat(BREAK_GLASS.on(granted(restricted, "kim", null), reader("kim"), NOW))
                .isEqualTo(refused);
        assertThat(BREAK_GLASS.on(restricted, new Restriction(MANAGER, true), NOW))
                .isEqualTo(refused);
        assertThat(BREAK_GLASS.on(aScreening(), reader("kim"), NOW)).isEqualTo(refused);
    }

    @Test
    void grantsNothingWhereNothingIsRestricted() {
        assertThat(DESK.carryOut(new GrantAccess("kim", null), aScreening(), MANAGER, NOW))
                .isEqualTo(Decision.illegal("This referral is not restricted: every screener may see it.", Set.of()));
    }

    @Test
    void boundsHowManyMaySeeIt() {
        Screening full = restricted;
        for (int person = 0; person < 100; person++) {
            full = granted(full, "screener-" + person, null);
        }

        assertThat(DESK.carryOut(new GrantAccess("kim", null), full, MANAGER, NOW))
                .isEqualTo(Decision.illegal("At most 100 people may see it at a time.", Set.of()));
        assertThat(sees(
                        "kim",
                        accepted(BREAK_GLASS.on(full, reader("kim"), NOW)).state(),
                        NOW))
                .isTrue();
    }

    private static Screening granted(Screening screening, String grantee, @Nullable Instant until) {
        return granted(screening, grantee, until, NOW);
    }

    private static Screening granted(Screening screening, String grantee, @Nullable Instant until, Instant at) {
        return after(screening, MANAGER, at, new GrantAccess(grantee, until));
    }

    private static boolean sees(String person, Screening screening, Instant at) {
        return screening.isVisibleTo(reader(person), at);
    }

    private static Restriction reader(String person) {
        return new Restriction(person, false);
    }
}
