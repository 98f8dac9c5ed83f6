package scot.fort.timeline.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Standing;
import scot.fort.platform.lifecycle.Status;

/**
 * What a referral is and where it stands. All but the status is unknown until its receipt is heard of.
 *
 * @param reference the speakable one
 * @param priority as triage rated it last; none before triage has it
 * @param organisation that sent it
 * @param receivedAt when it was received first
 */
public record Header(
        @Nullable String reference,
        @Nullable Lane lane,
        @Nullable Priority priority,
        boolean restricted,
        @Nullable String organisation,
        @Nullable Instant receivedAt,
        Status status) {

    static Header of(List<Entry> entries) {
        List<Entry> told = entries.stream().sorted(Entry.AS_TOLD).toList();
        Optional<Entry> receipt = told.stream()
                .filter(entry -> entry.type().equals("ReferralReceived"))
                .findFirst();
        Optional<Details> received = receipt.map(Entry::details);
        return new Header(
                received.flatMap(details -> details.text("reference")).orElse(null),
                received.flatMap(details -> details.text("lane"))
                        .flatMap(code -> Codes.find(Lane.class, code))
                        .orElse(null),
                priority(told),
                received.filter(details -> details.isTrue("restricted")).isPresent(),
                receipt.map(Entry::organisation).orElse(null),
                received.flatMap(details -> details.text("receivedAt"))
                        .map(Instant::parse)
                        .orElse(null),
                status(told));
    }

    private static Status status(List<Entry> told) {
        Standing standing = Standing.unheard();
        for (Entry entry : told) {
            standing = standing.after(entry);
        }
        return standing.status();
    }

    private static @Nullable Priority priority(List<Entry> told) {
        return told.stream()
                .filter(entry -> entry.source().equals("triage"))
                .flatMap(entry -> entry.details().text("priority").stream())
                .flatMap(code -> Codes.find(Priority.class, code).stream())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
