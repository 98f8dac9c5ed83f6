package scot.fort.triage.screening;

import java.util.Arrays;
import java.util.List;
import scot.fort.platform.lifecycle.Priority;

/** The first priority of a referral: the most urgent that a rule asks for. */
final class PriorityPolicy {

    private PriorityPolicy() {}

    /**
     * What the rules say.
     *
     * @param rules names of all that fired, the most urgent first
     */
    record Verdict(Priority priority, List<String> rules) {}

    static Verdict of(Receipt receipt) {
        List<RatingRule> fired = Arrays.stream(RatingRule.values())
                .filter(rule -> rule.fires(receipt))
                .toList();
        return new Verdict(
                fired.getFirst().priority(), fired.stream().map(Enum::name).toList());
    }

    /** What a provider worries about is looked at within a working day. */
    static Priority atLeastAmber(Priority priority) {
        return priority.compareTo(Priority.AMBER) > 0 ? Priority.AMBER : priority;
    }
}
