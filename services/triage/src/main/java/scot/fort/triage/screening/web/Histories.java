package scot.fort.triage.screening.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Handled;
import scot.fort.triage.matching.ChildPointer;
import scot.fort.triage.matching.Likeness.Relation;
import scot.fort.triage.screening.Judgements;
import scot.fort.triage.screening.Kin;
import scot.fort.triage.screening.Receipt;
import scot.fort.triage.screening.Screening;

/** What became of the children of a referral in others, for a reader who sees some of these. */
final class Histories {

    private final Handled<Screening> found;
    private final Map<String, Screening> others;

    private Histories(Handled<Screening> found, List<Aggregate<Screening>> others) {
        this.found = found;
        this.others = others.stream().collect(Collectors.toMap(Aggregate::id, Aggregate::require));
    }

    static List<ScreeningResponse.ChildHistory> of(Handled<Screening> found, List<Aggregate<Screening>> others) {
        Histories histories = new Histories(found, others);
        return found.state().known().children().stream()
                .map(child -> histories.of(child.ref()))
                .toList();
    }

    private ScreeningResponse.ChildHistory of(String ref) {
        List<Kin.Relative> relatives = found.state().related().relatives().stream()
                .filter(relative -> relative.childRef().equals(ref))
                .filter(relative -> others.containsKey(relative.child().referralId()))
                .toList();
        return new ScreeningResponse.ChildHistory(
                ref,
                childId(ref, relatives),
                relatives.stream().map(this::other).toList());
    }

    /** That of whoever was received first. */
    private String childId(String ref, List<Kin.Relative> relatives) {
        Receipt receipt = found.state().known();
        Stream<Kin.Relative> self = Stream.of(new Kin.Relative(
                ref,
                Relation.SAME_CHILD,
                new ChildPointer(found.id(), ref),
                receipt.receivedAt(),
                receipt.restricted()));
        return Stream.concat(self, relatives.stream())
                .filter(relative -> relative.kind() == Relation.SAME_CHILD)
                .min(Kin.Relative.ORDER)
                .map(relative -> relative.child().ownId())
                .orElseThrow();
    }

    private ScreeningResponse.OtherReferral other(Kin.Relative relative) {
        ChildPointer child = relative.child();
        Screening other = Objects.requireNonNull(others.get(child.referralId()));
        Receipt receipt = other.known();
        Judgements judgements = other.judgements();
        return new ScreeningResponse.OtherReferral(
                relative.kind(),
                child.referralId(),
                receipt.reference(),
                child.childRef(),
                receipt.lane(),
                other.rated().priority(),
                other.status(),
                other.status().isOpen(),
                receipt.receivedAt(),
                judgements.decisions().stream()
                        .filter(decided -> decided.childrenRefs().contains(child.childRef()))
                        .map(decided -> new ScreeningResponse.OtherDecision(
                                decided.decision(), decided.supportCodes(), decided.at()))
                        .toList(),
                judgements.outcomes().stream()
                        .filter(outcome -> outcome.childrenRefs().contains(child.childRef()))
                        .map(Judgements.Outcome::outcome)
                        .toList());
    }
}
