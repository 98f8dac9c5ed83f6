package scot.fort.allocation.allocation;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.sealing.Sealed;

/** What a provider says of an offer made to it, or a coordinator of one made to a provider. */
public sealed interface OfferCommand {

    /** What the offer becomes; none where it stays as it is. */
    @Nullable OfferState leadsTo();

    /** Where the offer may stand for it. */
    default boolean isLegalIn(OfferState state) {
        OfferState next = leadsTo();
        return next != null && state.mayBecome(next);
    }

    default Words words() {
        return Words.NONE;
    }

    /** @param moved the offer as the command leaves it */
    AllocationEvent event(int round, Offer moved, SealedWords words);

    default @Nullable OfferAnswer answer() {
        return null;
    }

    default @Nullable String reason() {
        return null;
    }

    record Accept() implements OfferCommand {
        @Override
        public OfferState leadsTo() {
            return OfferState.ACCEPTED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords words) {
            return new AllocationEvent.OfferAccepted(round, moved);
        }
    }

    /** @param reason code */
    record Decline(OfferAnswer answer, String reason, Words words) implements OfferCommand {
        @Override
        public OfferState leadsTo() {
            return OfferState.DECLINED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords written) {
            return new AllocationEvent.OfferDeclined(round, moved, answer, reason, written.text());
        }
    }

    /** The family waits with the provider until it is offered a place again. */
    record Waitlist() implements OfferCommand {
        @Override
        public OfferState leadsTo() {
            return OfferState.WAITLISTED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords words) {
            return new AllocationEvent.OfferWaitlisted(round, moved);
        }
    }

    record Start() implements OfferCommand {
        @Override
        public OfferState leadsTo() {
            return OfferState.STARTED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords words) {
            return new AllocationEvent.SupportStarted(round, moved);
        }
    }

    /** How running support goes; {@code words} has a text. */
    record Progress(List<Wellbeing> wellbeing, Words words) implements OfferCommand {
        @Override
        public @Nullable OfferState leadsTo() {
            return null;
        }

        @Override
        public boolean isLegalIn(OfferState state) {
            return state == OfferState.STARTED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords written) {
            return new AllocationEvent.SupportProgressed(round, moved, wellbeing, textOf(written));
        }
    }

    /** @param outcome code */
    record Complete(String outcome, List<Wellbeing> wellbeing, Words words) implements OfferCommand {
        @Override
        public OfferState leadsTo() {
            return OfferState.COMPLETED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords written) {
            return new AllocationEvent.SupportCompleted(round, moved, outcome, wellbeing, written);
        }
    }

    /** @param reason code */
    record Fail(String reason, Words words) implements OfferCommand {
        @Override
        public OfferState leadsTo() {
            return OfferState.FAILED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords written) {
            return new AllocationEvent.SupportFailed(round, moved, reason, written.text());
        }
    }

    /** Whoever has, or had, the family in support may worry about a child; {@code words} has a text. */
    record RaiseConcern(Words words) implements OfferCommand {
        private static final Set<OfferState> KNOWS_THE_FAMILY =
                EnumSet.of(OfferState.ACCEPTED, OfferState.STARTED, OfferState.COMPLETED, OfferState.FAILED);

        @Override
        public @Nullable OfferState leadsTo() {
            return null;
        }

        @Override
        public boolean isLegalIn(OfferState state) {
            return KNOWS_THE_FAMILY.contains(state);
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords written) {
            return new AllocationEvent.ConcernRaised(round, moved, textOf(written));
        }
    }

    /** @param reason code */
    record Revoke(String reason, Words words) implements OfferCommand {
        @Override
        public OfferState leadsTo() {
            return OfferState.REVOKED;
        }

        @Override
        public AllocationEvent event(int round, Offer moved, SealedWords written) {
            return new AllocationEvent.OfferRevoked(round, moved, reason, written.text());
        }
    }

    private static Sealed textOf(SealedWords words) {
        return Objects.requireNonNull(words.text(), "A command of this kind has a text");
    }
}
