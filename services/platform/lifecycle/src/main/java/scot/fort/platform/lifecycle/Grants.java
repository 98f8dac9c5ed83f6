package scot.fort.platform.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may see one restricted referral, beside those who may see every one. A grant that runs out ends by the clock, without
 * anybody's doing.
 *
 * @param held at most one of each person, in the order in which they were given; some may be over
 */
public record Grants(List<Grant> held) {

    public Grants {
        held = List.copyOf(held);
    }

    public static Grants none() {
        return new Grants(List.of());
    }

    /** In place of what the person had; those that are over by then are forgotten. */
    public Grants with(Grant grant) {
        List<Grant> after = new ArrayList<>(inForce(grant.at()));
        after.removeIf(held -> held.grantee().equals(grant.grantee()));
        after.add(grant);
        return new Grants(after);
    }

    public Grants without(String grantee) {
        return new Grants(
                held.stream().filter(grant -> !grant.grantee().equals(grantee)).toList());
    }

    public List<Grant> inForce(Instant at) {
        return held.stream().filter(grant -> grant.isInForce(at)).toList();
    }

    public Optional<Grant> inForce(String grantee, Instant at) {
        return inForce(at).stream()
                .filter(grant -> grant.grantee().equals(grantee))
                .findFirst();
    }

    /** How somebody who may see the referral comes to; without a grant of their own, it is theirs to see. */
    public Grant.Kind outcome(String reader, Instant at) {
        return inForce(reader, at).map(Grant::kind).orElse(Grant.Kind.GRANTED);
    }
}
