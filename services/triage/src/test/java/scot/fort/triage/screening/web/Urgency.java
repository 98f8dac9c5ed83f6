package scot.fort.triage.screening.web;

import java.time.Instant;
import java.util.Comparator;
import scot.fort.platform.testing.Answer;
import tools.jackson.databind.JsonNode;

/** Where a screening stands in the order of the contract: RED first, then by due time, then by receipt, then by id. */
record Urgency(boolean red, Instant dueAt, Instant receivedAt, String referralId) implements Comparable<Urgency> {

    private static final Comparator<Urgency> ORDER = Comparator.comparing((Urgency urgency) -> !urgency.red)
            .thenComparing(Urgency::dueAt)
            .thenComparing(Urgency::receivedAt)
            .thenComparing(Urgency::referralId);

    static Urgency of(Answer screening) {
        return of(screening.json());
    }

    static Urgency of(JsonNode row) {
        return new Urgency(
                row.path("priority").asString().equals("RED"),
                row.has("dueAt") ? Instant.parse(row.path("dueAt").asString()) : Instant.MAX,
                Instant.parse(row.path("receivedAt").asString()),
                row.path("referralId").asString());
    }

    @Override
    public int compareTo(Urgency other) {
        return ORDER.compare(this, other);
    }
}
