package scot.fort.platform.messaging.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.events.allocation.AllocationClosed;
import scot.fort.events.common.EventMetadata;
import scot.fort.events.common.Priority;
import scot.fort.events.intake.ReferralReceived;
import scot.fort.events.triage.ScreeningClaimed;
import scot.fort.platform.messaging.consume.Reacted;
import scot.fort.platform.messaging.consume.Reactions;

/**
 * A small consumer's state: how many events each source told, and who claimed last. It answers each claim with an event.
 */
public record Diary(Map<String, Integer> told, String screener) {

    static final String COLLECTION = "diaries";

    static Diary empty() {
        return new Diary(Map.of(), "");
    }

    static Reactions<Diary, String> reactions() {
        return new Reactions<Diary, String>()
                .on(
                        ScreeningClaimed.class,
                        (diary, event, metadata) -> Reacted.applied(
                                known(diary).plus(metadata).claimedBy(event.getScreener()),
                                List.of(event.getScreener())))
                .on(
                        ReferralReceived.class,
                        (diary, event, metadata) -> Reacted.applied(known(diary).plus(metadata)));
    }

    /** Not to be done: what source spoke last is not the same in every order. */
    static Reacted<Diary, String> rememberAsLast(@Nullable Diary diary, SpecificRecord event, EventMetadata metadata) {
        return Reacted.applied(known(diary).claimedBy(metadata.getSource()));
    }

    static SpecificRecord write(String screener, EventMetadata metadata) {
        return AllocationClosed.newBuilder(EventSamples.some(AllocationClosed.class))
                .setMetadata(metadata)
                .setReason(screener)
                .build();
    }

    static EventScript script(String referralId) {
        return EventScript.about(referralId)
                .then(EventBuilders.received())
                .then(EventBuilders.screeningOpened(Priority.AMBER))
                .then(EventBuilders.claimed("screener-1"))
                .then(EventBuilders.informationAdded(1))
                .then(EventBuilders.claimed("screener-2"));
    }

    private static Diary known(@Nullable Diary diary) {
        return diary == null ? empty() : diary;
    }

    private Diary plus(EventMetadata metadata) {
        Map<String, Integer> more = new TreeMap<>(told);
        more.merge(metadata.getSource(), 1, Integer::sum);
        return new Diary(more, screener);
    }

    private Diary claimedBy(String somebody) {
        return new Diary(told, somebody);
    }
}
