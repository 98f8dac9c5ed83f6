package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.testing.Answer;

class ClaimRaceTests extends TriageServiceTest {

    private static final int CLAIMERS = 64;
    private static final int REFERRALS = 24;

    @Test
    void givesNoReferralToTwoOfThoseWhoAskForTheNext() throws Exception {
        List<String> referrals =
                IntStream.range(0, REFERRALS).mapToObj(any -> newReferral()).toList();
        referrals.forEach(id -> tell(EventScript.about(id).then(aReferral(id))));
        referrals.forEach(id -> awaitStatus(id, "RECEIVED"));

        List<Answer> answers = atOnce(
                claimer -> () -> screener(name(claimer), "/v1/queue/claim-next").post(Map.of()));

        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 204);
        assertThat(answers.stream().filter(answer -> answer.status() == 200).map(answer -> answer.text("referralId")))
                .containsExactlyInAnyOrderElementsOf(referrals);
    }

    @Test
    void givesAReferralToOneOfThoseWhoClaimItAndToOneAgainOnceTheLeaseIsOver() throws Exception {
        String referralId = receive();

        for (int round = 0; round < 2; round++) {
            List<Answer> answers = atOnce(claimer -> () ->
                    screener(name(claimer), screening(referralId) + "/claim").post());

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(answer -> answer.text("code")
                    .equals("already-claimed"));
            clock().forward(Duration.ofMinutes(31));
        }
    }

    private static String name(int claimer) {
        return "screener-" + claimer;
    }

    private static List<Answer> atOnce(IntFunction<Callable<Answer>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked = new ArrayList<>();
            for (int claimer = 0; claimer < CLAIMERS; claimer++) {
                Callable<Answer> call = calls.apply(claimer);
                asked.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
