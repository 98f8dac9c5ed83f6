package scot.fort.triage.screening;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;

/**
 * The rules by which referrals are rated first, and raised later, from a date on until the next rules take over.
 *
 * @param version by which a rating says what it followed
 * @param effectiveFrom the first day of receipt for which they hold
 * @param rules each lane has one that fires for all of its referrals
 */
public record RatingRules(String version, LocalDate effectiveFrom, List<RatingRule> rules) implements Dated {

    public RatingRules {
        rules = rules.stream()
                .sorted(Comparator.comparing(RatingRule::priority))
                .toList();
        for (Lane lane : Lane.values()) {
            if (rules.stream().noneMatch(rule -> rule.when().equals(RatingRule.When.inLane(lane)))) {
                throw new IllegalArgumentException("There is no rule for every referral of the lane " + lane);
            }
        }
    }

    /**
     * What the rules say.
     *
     * @param version of the rules
     * @param fired at least one, the most urgent first
     */
    record Verdict(String version, List<RatingRule> fired) {

        /** The most urgent that one of them asks for. */
        Priority priority() {
            return fired.getFirst().priority();
        }

        List<String> rules() {
            return fired.stream().map(RatingRule::name).toList();
        }

        /** What those say that had not fired before. */
        Optional<Raise> beyond(List<String> before) {
            Verdict more = new Verdict(
                    version,
                    fired.stream().filter(rule -> !before.contains(rule.name())).toList());
            return more.fired().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Raise(more.priority(), more.rules(), version));
        }
    }

    /** @param isBesideAnOpenOne whether a child is known to be one of an earlier referral that is still open */
    Verdict on(Receipt receipt, boolean isBesideAnOpenOne) {
        return new Verdict(
                version,
                rules.stream()
                        .filter(rule -> rule.when().holds(receipt, isBesideAnOpenOne))
                        .toList());
    }

    /** Why there are rules of these names, in their order. */
    List<String> reasons(List<String> names) {
        return names.stream()
                .flatMap(name -> rules.stream().filter(rule -> rule.name().equals(name)))
                .map(RatingRule::reason)
                .toList();
    }
}
