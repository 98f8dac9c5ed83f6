package scot.fort.triage.matching;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One child of one referral.
 *
 * @param childRef by which the referral names the child
 */
public record ChildPointer(String referralId, String childRef) {

    /** The id that the child has by itself, whoever asks and whenever. */
    public String ownId() {
        return derived("child", referralId, childRef);
    }

    /** The id of a match with another, whichever comes first. */
    public String matchIdWith(ChildPointer other) {
        return ownId().compareTo(other.ownId()) < 0
                ? derived("match", ownId(), other.ownId())
                : derived("match", other.ownId(), ownId());
    }

    private static String derived(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
