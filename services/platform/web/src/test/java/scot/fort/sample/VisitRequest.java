package scot.fort.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with one of everything that a schema can be wrong about. */
public record VisitRequest(
        String code,
        String note,
        @Nullable Person visitor,
        @Nullable Instant at,
        @Nullable List<Person> places,
        @Nullable Integer count) {

    /** Somebody. */
    public record Person(String name, @Nullable String phone) {}
}
