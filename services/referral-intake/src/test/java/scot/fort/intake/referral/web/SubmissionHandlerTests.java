package scot.fort.intake.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.intake.admission.Admission;
import scot.fort.intake.referral.ChildInBrief;
import scot.fort.intake.referral.Particulars;
import scot.fort.intake.referral.Receipt;
import scot.fort.intake.referral.Reference;
import scot.fort.intake.referral.Referrals;
import scot.fort.intake.referral.Source;
import scot.fort.intake.referral.StoredReferrals;
import scot.fort.intake.referral.SubmissionHandler;
import scot.fort.intake.referral.SubmitReferral;
import scot.fort.intake.referral.Submitted;
import scot.fort.intake.referral.SubmittedContent;
import scot.fort.platform.lifecycle.Lane;

/** What happens when chance gives a reference that is taken; with the real database and its unique indexes. */
class SubmissionHandlerTests extends IntakeServiceTest {

    private final Random random = new Random();

    @Autowired
    Referrals referrals;

    @Autowired
    Admission admission;

    @Test
    void takesAnotherReferenceWhenChanceGivesOneThatIsTaken() {
        Reference taken = Reference.random(random);
        Reference free = Reference.random(random);
        handlerWith(taken).submit(aSubmission(), StoredReferrals.CAUSE);

        Submitted.Accepted accepted =
                (Submitted.Accepted) handlerWith(taken, taken, free).submit(aSubmission(), StoredReferrals.CAUSE);

        assertThat(accepted.answer()).isEqualTo(free.text());
        assertThat(referrals
                        .find("school-of-chance", accepted.id())
                        .orElseThrow()
                        .require()
                        .reference())
                .isEqualTo(free.text());
    }

    /** Refused again and again, and nothing to be read: the winner is still being stored. */
    @Test
    void saysSoWhenTheWinnerCannotBeReadYet() {
        Reference taken = Reference.random(random);
        handlerWith(taken).submit(aSubmission(), StoredReferrals.CAUSE);

        assertThat(handlerWith(taken, taken, taken, taken).submit(aSubmission(), StoredReferrals.CAUSE))
                .isEqualTo(new Submitted.InFlight());
    }

    private SubmissionHandler handlerWith(Reference... inThisOrder) {
        Queue<Reference> left = new ArrayDeque<>(List.of(inThisOrder));
        Supplier<Reference> next = () -> Objects.requireNonNull(left.poll());
        return new SubmissionHandler(
                referrals,
                admission,
                next,
                () -> UUID.randomUUID().toString(),
                (digest, id, fingerprint) -> false,
                Receipt::reference);
    }

    private static SubmitReferral aSubmission() {
        Instant now = StoredReferrals.RECEIVED_AT;
        return new SubmitReferral(
                "school-of-chance",
                aKey(),
                new Source("seemis", aKey()),
                now,
                new Particulars(
                        Lane.FAMILY_SUPPORT,
                        now,
                        "NAMED_PERSON",
                        List.of(new ChildInBrief("c1", 4, false, null)),
                        List.of(),
                        List.of(),
                        List.of("FAMILY_SUPPORT"),
                        false,
                        false,
                        new Particulars.LawfulBasis("PUBLIC_TASK", null, null, null, null, null)),
                Set.of("c1"),
                List.of(),
                "digest",
                id -> new SubmittedContent.Secured(StoredReferrals.sealed(), StoredReferrals.sealed()));
    }
}
