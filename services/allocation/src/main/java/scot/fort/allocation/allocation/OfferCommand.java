package scot.fort.allocation.allocation;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/** What a provider says of an offer made to it, or a coordinator of one made to a provider. */
public sealed interface OfferCommand {

    /** Every service keeps what is told of a referral in one document, which takes 16 MiB; a worry has room beyond the notes. */
    long MOST_NOTED = 1L << 20;

    record Accept() implements OfferCommand {}

    /** @param reason code */
    record Decline(OfferAnswer answer, String reason, Words words) implements OfferCommand {}

    /** The family waits with the provider until it is offered a place again. */
    record Waitlist() implements OfferCommand {}

    record Start() implements OfferCommand {}

    /** How running support goes; {@code words} has a text. */
    record Progress(List<Wellbeing> wellbeing, Words words) implements OfferCommand {}

    /** @param outcome code */
    record Complete(String outcome, List<Wellbeing> wellbeing, Words words) implements OfferCommand {}

    /** @param reason code */
    record Fail(String reason, Words words) implements OfferCommand {}

    /** Whoever has, or had, the family in support may worry about a child; {@code words} has a text. */
    record RaiseConcern(Words words) implements OfferCommand {

        private static final Set<OfferState> KNOWS_THE_FAMILY =
                EnumSet.of(OfferState.ACCEPTED, OfferState.STARTED, OfferState.COMPLETED, OfferState.FAILED);
    }

    /** @param reason code */
    record Revoke(String reason, Words words) implements OfferCommand {}

    /** What the offer becomes; none where it stays as it is. */
    default @Nullable OfferState leadsTo() {
        return switch (this) {
            case Accept _ -> OfferState.ACCEPTED;
            case Decline _ -> OfferState.DECLINED;
            case Waitlist _ -> OfferState.WAITLISTED;
            case Start _ -> OfferState.STARTED;
            case Complete _ -> OfferState.COMPLETED;
            case Fail _ -> OfferState.FAILED;
            case Revoke _ -> OfferState.REVOKED;
            case Progress _, RaiseConcern _ -> null;
        };
    }

    /** Where the offer may stand for it. */
    default boolean isLegalIn(OfferState state) {
        return switch (this) {
            case Progress _ -> state == OfferState.STARTED;
            case RaiseConcern _ -> RaiseConcern.KNOWS_THE_FAMILY.contains(state);
            default -> state.mayBecome(Objects.requireNonNull(leadsTo()));
        };
    }

    /**
     * Bytes that may have been written of a referral's support with it, by all its providers; what leads somewhere else can be
     * said only so often, and is not counted.
     */
    default long mostWritten() {
        return switch (this) {
            case Progress _ -> MOST_NOTED;
            case RaiseConcern _ -> 2 * MOST_NOTED;
            default -> Long.MAX_VALUE;
        };
    }

    /** @param moved the offer as the command leaves it */
    default AllocationEvent event(int round, Offer moved, SealedWords written) {
        return switch (this) {
            case Accept _ -> new AllocationEvent.OfferAccepted(round, moved);
            case Decline(var answer, String reason, var _) ->
                new AllocationEvent.OfferDeclined(round, moved, answer, reason, written.text());
            case Waitlist _ -> new AllocationEvent.OfferWaitlisted(round, moved);
            case Start _ -> new AllocationEvent.SupportStarted(round, moved);
            case Progress(var wellbeing, var _) ->
                new AllocationEvent.SupportProgressed(round, moved, wellbeing, textOf(written));
            case Complete(String outcome, var wellbeing, var _) ->
                new AllocationEvent.SupportCompleted(round, moved, outcome, wellbeing, written);
            case Fail(String reason, var _) -> new AllocationEvent.SupportFailed(round, moved, reason, written.text());
            case RaiseConcern _ -> new AllocationEvent.ConcernRaised(round, moved, textOf(written));
            case Revoke(String reason, var _) -> new AllocationEvent.OfferRevoked(round, moved, reason, written.text());
        };
    }

    default Words words() {
        return Words.NONE;
    }

    default @Nullable OfferAnswer answer() {
        return null;
    }

    default @Nullable String reason() {
        return null;
    }

    private static Sealed textOf(SealedWords words) {
        return Objects.requireNonNull(words.text(), "A command of this kind has a text");
    }
}
