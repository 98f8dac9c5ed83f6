package scot.fort.triage.screening.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Lane;
import scot.fort.platform.lifecycle.Priority;
import scot.fort.platform.lifecycle.Status;
import scot.fort.platform.service.Handled;
import scot.fort.triage.screening.Action;
import scot.fort.triage.screening.Lease;
import scot.fort.triage.screening.Rating;
import scot.fort.triage.screening.Receipt;
import scot.fort.triage.screening.Screening;

/**
 * A screening as a list shows it, and as the answer to a command: codes and times, nothing personal.
 *
 * @param receivedAt where the clock starts
 * @param dueAt none where the priority has no target
 * @param heldSince since when the clock stands still for an answer, so that {@code dueAt} will move; none while it runs
 * @param atRisk whether three quarters of the time are gone
 * @param claimedBy none when anybody may claim it
 * @param priorReferrals how many earlier referrals of its children screeners have confirmed; restricted ones count for
 *     managers alone
 * @param allowedActions what the reader may do with it now, by the last part of the path
 * @param etag for {@code If-Match}
 */
record QueueRow(
        String referralId,
        String reference,
        Lane lane,
        Priority priority,
        Status status,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant heldSince,
        boolean atRisk,
        boolean breached,
        @Nullable String claimedBy,
        @Nullable Instant claimExpiresAt,
        List<Receipt.Child> children,
        List<Receipt.Concern> concerns,
        int priorReferrals,
        List<String> allowedActions,
        String etag) {

    static QueueRow of(Handled<Screening> found, Reader reader) {
        Screening screening = found.state();
        Receipt receipt = screening.known();
        Rating rating = screening.rated();
        boolean running = Screening.IN_QUEUE.contains(screening.status());
        Lease lease = screening.claimedBy(reader.at()) == null ? null : screening.lease();
        return new QueueRow(
                found.id(),
                receipt.reference(),
                receipt.lane(),
                rating.priority(),
                screening.status(),
                rating.deadline().receivedAt(),
                rating.deadline().dueAt(),
                running ? rating.heldSince().orElse(null) : null,
                running && rating.isAtRisk(reader.at()),
                running && rating.isBreached(reader.at()),
                lease == null ? null : lease.screener(),
                lease == null ? null : lease.until(),
                receipt.children(),
                receipt.concerns(),
                screening
                        .related()
                        .earlier(screening.arrival(found.id()), other -> reader.isManager() || !other.restricted())
                        .size(),
                Action.allowed(screening, reader.subject(), reader.isManager(), reader.at()).stream()
                        .map(Action::path)
                        .toList(),
                found.etag());
    }
}
