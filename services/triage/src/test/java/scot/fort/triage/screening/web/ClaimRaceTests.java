package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;

class ClaimRaceTests extends TriageServiceTest {

    private static final int CLAIMERS = 64;
    private static final int REFERRALS = 24;

    @Test
    void givesNoReferralToTwoOfThoseWhoAskForTheNext() throws Exception {
        List<String> referrals =
                IntStream.range(0, REFERRALS).mapToObj(any -> newReferral()).toList();
        referrals.forEach(id -> tell(EventScript.about(id).then(aReferral(id))));
        referrals.forEach(id -> awaitStatus(id, "RECEIVED"));

        List<Answer> answers = AtOnce.all(
                CLAIMERS,
                claimer -> () -> screener(name(claimer), "/v1/queue/claim-next").post(Map.of()));

        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 204);
        assertThat(answers.stream().filter(answer -> answer.status() == 200).map(answer -> answer.text("referralId")))
                .containsExactlyInAnyOrderElementsOf(referrals);
    }

    @Test
    void givesAReferralToOneOfThoseWhoClaimItAndToOneAgainOnceTheLeaseIsOver() throws Exception {
        String referralId = receive();

        for (int round = 0; round < 2; round++) {
            List<Answer> answers = AtOnce.all(
                    CLAIMERS,
                    claimer -> () -> screener(name(claimer), screening(referralId) + "/claim")
                            .post());

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(answer -> answer.text("code")
                    .equals("already-claimed"));
            clock().forward(Duration.ofMinutes(31));
        }
    }

    private static String name(int claimer) {
        return "screener-" + claimer;
    }
}
