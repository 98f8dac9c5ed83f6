package scot.fort.timeline.history.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import scot.fort.timeline.history.Entry;
import scot.fort.timeline.history.Header;
import scot.fort.timeline.history.History;
import scot.fort.timeline.history.SealedPart;
import scot.fort.timeline.history.web.TimelineResponse.EntryResponse;

/** Puts a history into the answer that a reader may have. */
final class TimelineAnswers {

    /** The field of events that names a referral beside the one they are about. */
    private static final String ANOTHER_REFERRAL = "duplicateOf";

    private final Sentences sentences;
    private final OpenedTexts texts;

    TimelineAnswers(Sentences sentences, OpenedTexts texts) {
        this.sentences = sentences;
        this.texts = texts;
    }

    /** @param visible whether the reader may see another referral, by its id */
    TimelineResponse of(
            String referralId,
            History history,
            View view,
            Predicate<String> visible,
            Instant asOf,
            Map<String, Long> positions) {
        Header header = history.header();
        List<EntryResponse> entries = history.entries().stream()
                .map(entry -> entry(referralId, entry, view, visible))
                .toList();
        return new TimelineResponse(
                referralId,
                header.reference(),
                header.status(),
                header.lane(),
                header.priority(),
                header.restricted(),
                header.organisation(),
                header.receivedAt(),
                entries,
                asOf,
                positions);
    }

    private EntryResponse entry(String referralId, Entry entry, View view, Predicate<String> visible) {
        Map<String, Object> details = new LinkedHashMap<>(entry.details().fields());
        details.computeIfPresent(ANOTHER_REFERRAL, (_, other) -> visible.test(other.toString()) ? other : null);
        boolean erased = false;
        if (view.texts()) {
            for (SealedPart part : entry.sealed()) {
                Optional<Object> opened = part.isEmptied() ? Optional.empty() : texts.open(part, referralId);
                opened.ifPresent(content -> details.put(part.field(), content));
                erased |= opened.isEmpty();
            }
        }
        return new EntryResponse(
                entry.type(),
                entry.occurredAt(),
                entry.recordedAt(),
                entry.source(),
                entry.sequence(),
                view.details() ? entry.actor() : null,
                entry.organisation(),
                sentences.of(entry),
                view.details() ? details : null,
                erased ? true : null);
    }
}
