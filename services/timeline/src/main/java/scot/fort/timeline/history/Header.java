package scot.fort.timeline.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Grant;
import scot.fort.platform.lifecycle.Grants;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Standing;
import scot.fort.platform.lifecycle.Status;

/**
 * What a referral is and where it stands. All but the status is unknown until its receipt is heard of.
 *
 * @param reference the speakable one
 * @param priority as triage rated it last; none before triage has it
 * @param grants of those who may see it where it is restricted; none where nobody was given any
 * @param organisation that sent it
 * @param receivedAt when it was received first
 */
public record Header(
        @Nullable String reference,
        @Nullable Lane lane,
        @Nullable Priority priority,
        boolean restricted,
        @Nullable Grants grants,
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
                grants(told),
                receipt.map(Entry::organisation).orElse(null),
                received.flatMap(details -> details.text("receivedAt"))
                        .map(Instant::parse)
                        .orElse(null),
                status(told));
    }

    /** How somebody who reads it now came to see it. */
    public Grant.Kind outcome(String reader, Instant at) {
        return grants == null ? Grant.Kind.GRANTED : grants.outcome(reader, at);
    }

    private static @Nullable Grants grants(List<Entry> told) {
        Grants grants = Grants.none();
        for (Entry entry : told) {
            grants = switch (entry.type()) {
                case "AccessGranted" -> grants.with(grant(entry, "grantee", Grant.Kind.GRANTED));
                case "GlassBroken" -> grants.with(grant(entry, "screener", Grant.Kind.BROKEN_GLASS));
                case "AccessRevoked" ->
                    grants.without(entry.details().text("grantee").orElseThrow());
                default -> grants;
            };
        }
        return grants.held().isEmpty() ? null : grants;
    }

    private static Grant grant(Entry entry, String person, Grant.Kind kind) {
        return new Grant(
                entry.details().text(person).orElseThrow(),
                kind,
                entry.actor(),
                entry.occurredAt(),
                entry.details().text("until").map(Instant::parse).orElse(null));
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
