package scot.fort.platform.messaging.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The ways in which a broker may deliver the same events. */
final class Deliveries {

    private Deliveries() {}

    /** Each source keeps its own order; between sources anything goes. */
    static List<ScriptedEvent> interleaved(List<ScriptedEvent> events, RandomGenerator random) {
        Map<String, Deque<ScriptedEvent>> bySource = new LinkedHashMap<>();
        events.forEach(event -> bySource.computeIfAbsent(event.source(), source -> new ArrayDeque<>())
                .add(event));
        List<Deque<ScriptedEvent>> waiting = new ArrayList<>(bySource.values());
        List<ScriptedEvent> delivered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Deque<ScriptedEvent> next = waiting.get(random.nextInt(waiting.size()));
            delivered.add(next.remove());
            waiting.removeIf(Deque::isEmpty);
        }
        return delivered;
    }

    /** As after rebalances: now and then the last few come once more. */
    static List<ScriptedEvent> withRepeats(List<ScriptedEvent> events, RandomGenerator random) {
        List<ScriptedEvent> delivered = new ArrayList<>();
        for (int next = 0; next < events.size(); next++) {
            delivered.add(events.get(next));
            if (random.nextInt(3) == 0) {
                delivered.addAll(events.subList(random.nextInt(next + 1), next + 1));
            }
        }
        return delivered;
    }

    /** Cut into batches of one to five. */
    static <T> List<List<T>> batches(List<T> all, RandomGenerator random) {
        List<List<T>> batches = new ArrayList<>();
        int from = 0;
        while (from < all.size()) {
            int to = Math.min(all.size(), from + 1 + random.nextInt(5));
            batches.add(all.subList(from, to));
            from = to;
        }
        return batches;
    }
}
