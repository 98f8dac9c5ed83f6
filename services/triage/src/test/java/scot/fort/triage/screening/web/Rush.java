package scot.fort.triage.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import scot.fort.platform.testing.Call;
import scot.fort.platform.testing.MovableClock;

/**
 * Screeners who all at once claim, renew, give back, decide and add checks at random, each at any instance, while time jumps
 * and leases run out; and what each of them was told.
 */
final class Rush {

    private static final int TURNS = 12;
    private static final int ACTS_BETWEEN_JUMPS = 40;
    private static final Duration JUMP = Duration.ofMinutes(9);
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final List<Instance> instances;
    private final List<String> referrals;
    private final MovableClock clock;
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicInteger jumps = new AtomicInteger();
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private final Queue<Possession> possessions = new ConcurrentLinkedQueue<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

    Rush(List<Instance> instances, List<String> referrals, MovableClock clock) {
        this.instances = List.copyOf(instances);
        this.referrals = List.copyOf(referrals);
        this.clock = clock;
    }

    /** The way to an instance of the service. */
    interface Instance {
        Call call(String screener, String path);
    }

    /**
     * Somebody asked for the next.
     *
     * @param got what they were given; none when there was nothing
     */
    record Asked(Instant from, Instant to, @Nullable Urgency got) {}

    void of(int screeners) throws Exception {
        AtOnce.all(screeners, Screener::new);
    }

    List<Possession> possessions() {
        return List.copyOf(possessions);
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** No request is overtaken by more than two jumps: whoever is given a case is to be told until when. */
    private synchronized void jump() {
        Awaitility.await().until(() -> underWay.values().stream().allMatch(begun -> begun >= jumps.get() - 1));
        jumps.incrementAndGet();
        clock.forward(JUMP);
    }

    private final class Screener implements Callable<Integer> {

        private final String name;
        private final Random random;
        private final Map<String, Possession> mine = new HashMap<>();

        private Screener(int number) {
            name = "screener-" + number;
            random = new Random(number);
        }

        @Override
        public Integer call() {
            for (int turn = 0; turn < TURNS; turn++) {
                underWay.put(name, jumps.get());
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3 -> claimNext();
                    case 4 -> claimed(act(any(referrals), "claim", null));
                    case 5 -> check(any(referrals));
                    case 6, 7 -> withOneOfMine(this::renew);
                    case 8 -> withOneOfMine(held -> end(held, "release", null, false));
                    default ->
                        withOneOfMine(held ->
                                end(held, "decision", Map.of("decision", "NO_FURTHER_ACTION", "rationale", "x"), true));
                }
                underWay.remove(name);
                if (acts.incrementAndGet() % ACTS_BETWEEN_JUMPS == 0) {
                    jump();
                }
            }
            return TURNS;
        }

        private void claimNext() {
            Instant from = clock.instant();
            Answer answer = instance().call(name, "/v1/queue/claim-next").post();
            Instant to = clock.instant();
            if (answer.status() == 204) {
                asked.add(new Asked(from, to, null));
                return;
            }
            assertThat(answer.status()).isEqualTo(200);
            asked.add(new Asked(from, to, Urgency.of(answer)));
            claimed(answer);
        }

        private void claimed(Answer answer) {
            if (!succeeded(answer)) {
                return;
            }
            String referral = answer.text("referralId");
            Instant until = Instant.parse(answer.text("claimExpiresAt"));
            Possession held = mine.get(referral);
            if (held != null && held.runsAt(until.minus(LEASE))) {
                held.renewedUntil(until);
            } else {
                Possession fresh = new Possession(referral, name, until.minus(LEASE), until);
                mine.put(referral, fresh);
                possessions.add(fresh);
            }
        }

        /** Who holds the claim renews it by this, too. */
        private void check(String referral) {
            Answer checked = act(referral, "checks", Map.of("agency", "HEALTH", "finding", "OPEN_CASE", "text", "x"));
            Possession held = mine.get(referral);
            if (held != null
                    && succeeded(checked)
                    && name.equals(checked.json().path("claimedBy").asString(""))) {
                held.renewedUntil(Instant.parse(checked.text("claimExpiresAt")));
            }
        }

        private void renew(Possession held) {
            Answer renewed = act(held.referralId(), "renew", null);
            if (succeeded(renewed)) {
                held.renewedUntil(Instant.parse(renewed.text("claimExpiresAt")));
            }
        }

        private void end(Possession held, String action, @Nullable Object body, boolean byDecision) {
            Instant before = clock.instant();
            if (succeeded(act(held.referralId(), action, body))) {
                held.ended(before, clock.instant(), byDecision);
                mine.remove(held.referralId());
            }
        }

        private void withOneOfMine(Consumer<Possession> act) {
            if (!mine.isEmpty()) {
                act.accept(Objects.requireNonNull(mine.get(any(new ArrayList<>(mine.keySet())))));
            }
        }

        private Answer act(String referral, String action, @Nullable Object body) {
            Call call = instance()
                    .call(name, "/v1/screenings/" + referral + "/" + action)
                    .ifMatch("*");
            return body == null ? call.post() : call.post(body);
        }

        private static boolean succeeded(Answer answer) {
            assertThat(answer.status()).as(answer.body()).isIn(200, 409);
            return answer.status() == 200;
        }

        private Instance instance() {
            return any(instances);
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
