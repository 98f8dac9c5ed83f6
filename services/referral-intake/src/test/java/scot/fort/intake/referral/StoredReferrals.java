package scot.fort.intake.referral;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.sealing.Sealed;

/** Referrals as they are once they were accepted. */
public final class StoredReferrals {

    public static final Instant RECEIVED_AT = Instant.parse("2026-11-20T09:00:00Z");
    public static final Cause CAUSE = new Cause("kim", "school-rosebank", "correlation", null, null);

    private StoredReferrals() {}

    /** About one child, {@code c1}, and an adult, {@code a1}. */
    public static Referral received(String id) {
        Particulars particulars = new Particulars(
                Lane.FAMILY_SUPPORT,
                RECEIVED_AT,
                "NAMED_PERSON",
                List.of(new ChildInBrief("c1", 11, false, "STRATHMARTINE")),
                List.of(),
                List.of(),
                List.of("FAMILY_SUPPORT"),
                false,
                false,
                new Particulars.LawfulBasis("PUBLIC_TASK", null, null, null, null, null));
        Origin origin = new Origin("school-rosebank", "key-" + id, new Source("seemis", id), sealed(), "{}");
        return Referral.received(origin, "reference-of-" + id, RECEIVED_AT, particulars, Set.of("c1", "a1"), sealed());
    }

    /** Sealed content that nobody opens. */
    public static Sealed sealed() {
        return new Sealed("key", new byte[] {1});
    }
}
