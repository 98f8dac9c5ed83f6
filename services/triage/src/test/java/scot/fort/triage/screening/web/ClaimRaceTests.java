package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import scot.fort.events.triage.ScreeningClaimed;
import scot.fort.events.triage.ScreeningDecided;
import scot.fort.events.triage.ScreeningReleased;
import scot.fort.platform.messaging.contract.EventScript;
import scot.fort.platform.messaging.contract.EventTopic;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.MovableClock;
import scot.fort.triage.TriageApplication;

/** Many screeners at two instances of the service, over one database, while leases run out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimRaceTests extends TriageServiceTest {

    private static final int SCREENERS = 64;
    private static final int REFERRALS = 24;
    private static final Duration THE_BROKER_TAKES_NOTHING_OF_AN_HOUR_FROM_NOW = Duration.ofHours(-2);

    private ConfigurableApplicationContext other;

    @BeforeAll
    void startAnotherInstance() {
        other = new SpringApplicationBuilder(TriageApplication.class)
                .properties(Map.copyOf(SETTINGS))
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("clock", MovableClock.class, this::clock))
                .run();
    }

    @AfterAll
    void stopIt() {
        other.close();
    }

    @Test
    void handsNoCaseToTwoAndTheMostUrgentFirst() throws Exception {
        clock().forward(THE_BROKER_TAKES_NOTHING_OF_AN_HOUR_FROM_NOW);
        Map<String, Urgency> referrals = receiveSome();
        Rush rush = new Rush(List.of(this::here, this::there), List.copyOf(referrals.keySet()), clock());

        rush.of(SCREENERS);

        Map<String, List<Possession>> held = rush.possessions().stream()
                .sorted(Comparator.comparing(Possession::from))
                .collect(Collectors.groupingBy(Possession::referralId));
        assertThat(rush.possessions()).hasSizeGreaterThan(2 * REFERRALS);
        held.values().forEach(ClaimRaceTests::assertNeverHeldByTwo);
        assertThat(held.values().stream().flatMap(List::stream))
                .as("leases that ran out")
                .anyMatch(one -> one.heldUntil().equals(one.from().plus(Duration.ofMinutes(30))));
        assertToldAsHeld(held);
        rush.asked().forEach(asked -> assertMostUrgent(asked, referrals, held));
    }

    @Test
    void passesOverNothingBecauseSomethingElseIsWrittenToIt() throws Exception {
        String red = newReferral();
        receive(red, aConcern(red).setImmediateDanger(true));
        receive();
        List<Callable<List<String>>> all = new ArrayList<>(Collections.nCopies(6, () -> {
            for (int check = 0; check < 12; check++) {
                post(red, "checks", Map.of("agency", "HEALTH", "finding", "OPEN_CASE", "text", "x"));
            }
            return List.of();
        }));
        List<String> given = new ArrayList<>();
        all.add(() -> {
            for (int turn = 0; turn < 12; turn++) {
                given.add(here("lee", "/v1/queue/claim-next").post().expect(200).text("referralId"));
                here("lee", screening(red) + "/release").post();
            }
            return given;
        });

        AtOnce.all(all);

        assertThat(given).containsOnly(red);
    }

    @Test
    void givesAReferralToOneOfThoseWhoClaimItAndToOneAgainOnceTheLeaseIsOver() throws Exception {
        String referralId = receive();

        for (int round = 0; round < 2; round++) {
            List<Answer> answers = AtOnce.all(SCREENERS, screener -> () -> {
                String path = screening(referralId) + "/claim";
                return (screener % 2 == 0 ? here(name(screener), path) : there(name(screener), path)).post();
            });

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(answer -> answer.text("code")
                    .equals("already-claimed"));
            clock().forward(Duration.ofMinutes(31));
        }
    }

    @Test
    void letsNobodyTryToBreakTheGlassMoreOftenByTryingEverywhereAtOnce() throws Exception {
        Map<String, String> danger = Map.of("reason", "IMMEDIATE_DANGER");

        List<Answer> answers = AtOnce.all(SCREENERS, attempt -> () -> {
            String path = screening(newReferral()) + "/break-glass";
            return (attempt % 2 == 0 ? here("mallory", path) : there("mallory", path)).post(danger);
        });

        assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(10);
        assertThat(answers).filteredOn(answer -> answer.status() != 404).allMatch(answer -> answer.status() == 429);
    }

    private static void assertNeverHeldByTwo(List<Possession> oneAfterAnother) {
        for (int index = 1; index < oneAfterAnother.size(); index++) {
            assertThat(oneAfterAnother.get(index - 1).heldUntil())
                    .as("%s", oneAfterAnother)
                    .isBeforeOrEqualTo(oneAfterAnother.get(index).from());
        }
    }

    /** The history of each case has one holder after another, and they are those who were told that they hold it. */
    private void assertToldAsHeld(Map<String, List<Possession>> held) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> screenings().countDocuments(Filters.gt("outbox.recordedAt", new Date(0))) == 0);
        Map<String, List<SpecificRecord>> history = told(held.keySet());
        held.forEach((referral, possessions) -> assertThat(holders(history.getOrDefault(referral, List.of())))
                .as("%s", referral)
                .containsExactlyElementsOf(possessions.stream()
                        .map(possession -> possession.screener() + " from " + possession.from())
                        .toList()));
    }

    private static List<String> holders(List<SpecificRecord> history) {
        List<String> holders = new ArrayList<>();
        String holder = "";
        for (SpecificRecord event : history) {
            switch (event) {
                case ScreeningClaimed claimed -> {
                    assertThat(holder).as("nobody holds what is claimed").isEmpty();
                    holder = claimed.getScreener();
                    holders.add(holder + " from " + claimed.getLeaseUntil().minus(Duration.ofMinutes(30)));
                }
                case ScreeningReleased released -> {
                    assertThat(released.getScreener()).isEqualTo(holder);
                    holder = "";
                }
                case ScreeningDecided decided -> {
                    assertThat(decided.getMetadata().getActor()).isEqualTo(holder);
                    holder = "";
                }
                default -> {}
            }
        }
        assertThat(history.stream().map(event -> EventTopic.metadata(event).getSequence()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, history.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        return holders;
    }

    /** Whatever is more urgent than what somebody was given was not free for all the time in which they asked. */
    private static void assertMostUrgent(
            Rush.Asked asked, Map<String, Urgency> referrals, Map<String, List<Possession>> held) {
        Urgency got = asked.got();
        assertThat(referrals.values().stream()
                        .filter(urgency -> got == null || urgency.compareTo(got) < 0)
                        .filter(urgency -> isFreeThroughout(
                                asked.from(), asked.to(), held.getOrDefault(urgency.referralId(), List.of()))))
                .as("%s", asked)
                .isEmpty();
    }

    private static boolean isFreeThroughout(Instant from, Instant to, List<Possession> held) {
        return held.stream()
                .allMatch(one -> !one.freeFrom().isAfter(from) || one.from().isAfter(to));
    }

    private Map<String, Urgency> receiveSome() {
        List<String> ids =
                IntStream.range(0, REFERRALS).mapToObj(any -> newReferral()).toList();
        for (int number = 0; number < REFERRALS; number++) {
            String id = ids.get(number);
            tell(EventScript.about(id)
                    .then((number % 3 == 0 ? aConcern(id) : aReferral(id))
                            .setImmediateDanger(number % 6 == 0)
                            .setReceivedAt(now().minus(Duration.ofMinutes(number % 7)))));
        }
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> Urgency.of(Awaitility.await()
                                .atMost(Duration.ofSeconds(30))
                                .until(() -> manager(screening(id)).get(), answer -> answer.status() == 200))));
    }

    private Call here(String screener, String path) {
        return screener(screener, path);
    }

    private Call there(String screener, String path) {
        return Call.to("http://127.0.0.1:" + other.getEnvironment().getRequiredProperty("local.server.port") + path)
                .as(token(screener, "SCREENER"));
    }

    private static String name(int screener) {
        return "screener-" + screener;
    }
}
