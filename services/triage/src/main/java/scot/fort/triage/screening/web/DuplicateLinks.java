package scot.fort.triage.screening.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.service.Handled;
import scot.fort.platform.service.Restriction;
import scot.fort.triage.screening.Duplicates;
import scot.fort.triage.screening.Judgements;
import scot.fort.triage.screening.Screening;

/** Finds what a referral repeats and what repeats it; whatever the reader may not see is not there for them. */
@Component
record DuplicateLinks(Duplicates duplicates) {

    private static final int MOST = 50;

    Links of(Handled<Screening> found, Restriction reader, Instant now) {
        Judgements judgements = found.state().judgements();
        Set<String> everNamed = judgements.decisions().stream()
                .map(Judgements.Resolution::duplicateOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        List<Aggregate<Screening>> originals =
                everNamed.isEmpty() ? List.of() : duplicates.originals(everNamed, reader, now);
        Map<String, List<String>> standing = judgements.duplicates();
        return new Links(
                originals.stream()
                        .filter(original -> standing.containsKey(original.id()))
                        .map(original -> link(original, standing.getOrDefault(original.id(), List.of())))
                        .toList(),
                duplicates.of(found.id(), reader, now, MOST).stream()
                        .map(duplicate -> link(duplicate, repeating(duplicate, found.id())))
                        .filter(link -> !link.childrenRefs().isEmpty())
                        .toList(),
                originals.stream().map(Aggregate::id).collect(Collectors.toSet()));
    }

    private static List<String> repeating(Aggregate<Screening> duplicate, String original) {
        return duplicate.require().judgements().duplicates().getOrDefault(original, List.of());
    }

    private static Links.Link link(Aggregate<Screening> other, List<String> childrenRefs) {
        Screening screening = other.require();
        return new Links.Link(other.id(), screening.known().reference(), screening.status(), childrenRefs);
    }
}
