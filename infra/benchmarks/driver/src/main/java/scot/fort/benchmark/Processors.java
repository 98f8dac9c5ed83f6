package scot.fort.benchmark;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scot.fort.local.Part;

/**
 * The processor time that each process has used.
 *
 * @param used by the name of the part; the load itself is {@link #LOAD}
 */
record Processors(Map<String, Duration> used) {

    static final String LOAD = "the load";

    static Processors now(List<Part> parts) {
        Map<String, Duration> used = new LinkedHashMap<>();
        parts.forEach(
                part -> part.pid().flatMap(ProcessHandle::of).ifPresent(process -> used.put(part.name(), of(process))));
        used.put(LOAD, of(ProcessHandle.current()));
        return new Processors(used);
    }

    /** What was used since. */
    Processors since(Processors before) {
        Map<String, Duration> spent = new LinkedHashMap<>();
        used.forEach((part, time) -> spent.put(part, time.minus(before.used.getOrDefault(part, Duration.ZERO))));
        return new Processors(spent);
    }

    Processors plus(Processors other) {
        Map<String, Duration> sum = new LinkedHashMap<>(used);
        other.used.forEach((part, time) -> sum.merge(part, time, Duration::plus));
        return new Processors(sum);
    }

    /** Microseconds for each of so many. */
    Map<String, Double> each(long count) {
        Map<String, Double> each = new LinkedHashMap<>();
        used.forEach((part, time) -> each.put(part, time.toNanos() / 1e3 / Math.max(1, count)));
        return each;
    }

    /** Microseconds of all processes for each of so many. */
    double together(long count) {
        return each(count).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Duration of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
