package scot.fort.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantsTests {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void holdUntilTheyEndOrForAsLongAsNobodyRevokesThem() {
        Grants grants =
                Grants.none().with(grant("kim", NOW, NOW.plusSeconds(60))).with(grant("lee", NOW, null));

        assertThat(grants.inForce("kim", NOW.plusMillis(59_999))).isPresent();
        assertThat(grants.inForce("kim", NOW.plusSeconds(60))).isEmpty();
        assertThat(grants.inForce("lee", Instant.MAX)).isPresent();
        assertThat(grants.without("lee").inForce("lee", NOW)).isEmpty();
        assertThat(grants.inForce("ash", NOW)).isEmpty();
        assertThat(grants.inForce("KIM", NOW)).isEmpty();
    }

    @Test
    void areOneOfEachPersonTheLast() {
        Grants grants = Grants.none().with(grant("kim", NOW, null)).with(grant("kim", NOW, NOW.plusSeconds(1)));

        assertThat(grants.held()).containsExactly(grant("kim", NOW, NOW.plusSeconds(1)));
    }

    @Test
    void areForgottenOnceTheyAreOver() {
        Instant later = NOW.plusSeconds(60);

        Grants grants = Grants.none().with(grant("kim", NOW, later)).with(grant("lee", later, null));

        assertThat(grants.held()).containsExactly(grant("lee", later, null));
    }

    private static Grant grant(String grantee, Instant at, @Nullable Instant until) {
        return new Grant(grantee, Grant.Kind.GRANTED, "mash-manager", at, until);
    }
}
