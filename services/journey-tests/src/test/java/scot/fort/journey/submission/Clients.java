package scot.fort.journey.submission;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import scot.fort.platform.testing.Answer;
import scot.fort.platform.testing.AtOnce;
import scot.fort.platform.testing.Call;

/** Those who submit, and the record of all that they tried. */
final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final int FOR_EVER = Integer.MAX_VALUE / 2;

    private final Intake intake;
    private final List<String> organisations;
    private final Map<String, String> tokens = new HashMap<>();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final long opened = System.nanoTime();

    Clients(Intake intake, List<String> organisations) {
        this.intake = intake;
        this.organisations = organisations;
        organisations.forEach(organisation -> tokens.put(organisation, intake.token(organisation)));
    }

    /** All attempts so far. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    /** Returns when all clients are through with it and both instances answer again. */
    void carryOut(Plan plan) throws Exception {
        AtomicInteger working = new AtomicInteger(plan.clients().size());
        List<Callable<Boolean>> all = new ArrayList<>();
        for (List<Plan.Step> steps : plan.clients()) {
            String organisation = organisations.get(all.size() % organisations.size());
            all.add(() -> {
                steps.forEach(step -> take(step, organisation));
                // What is left of the kills happens when the last client is through.
                return working.decrementAndGet() == 0 && begun.addAndGet(FOR_EVER) > 0;
            });
        }
        plan.kills().forEach(kill -> all.add(() -> kill(kill)));
        AtOnce.all(all);
        intake.awaitReady();
    }

    private boolean kill(Plan.Kill kill) {
        waiting().until(() -> begun.get() >= kill.attempts());
        intake.instance(kill.instance()).kill();
        intake.instance(kill.instance()).start();
        return true;
    }

    private void take(Plan.Step step, String organisation) {
        Key key = new Key(organisation, "key-" + step.key());
        Attempt first = submit(key, step.body(), step.first(), step.instance(), step.cut());
        if (!first.isFinal() && !step.givesUp()) {
            insist(key, step.body(), step.again(), Plans.other(step.instance()));
        }
    }

    /** Submits over good lines, at the one and the other instance in turn, until the answer is final. */
    Attempt insist(Key key, Body body, Form form, int first) {
        AtomicInteger instance = new AtomicInteger(first);
        return waiting()
                .until(
                        () -> submit(key, body, form, instance.getAndUpdate(Plans::other), Cut.NOWHERE),
                        Attempt::isFinal);
    }

    private Attempt submit(Key key, Body body, Form form, int instance, Cut cut) {
        begun.incrementAndGet();
        long from = now();
        Optional<Answer> answer = send(key, body.written(form), instance, cut);
        Attempt attempt = new Attempt(key, body, form, instance, cut, from, now(), answer);
        attempts.add(attempt);
        return attempt;
    }

    private Optional<Answer> send(Key key, String body, int instance, Cut cut) {
        try (CutLine line = CutLine.to(intake.instance(instance).port(), cut)) {
            return Optional.of(Call.to(line.url() + "/v1/referrals")
                    .as(token(key.organisation()))
                    .with("Idempotency-Key", key.text())
                    .post(body));
        } catch (IllegalStateException noAnswer) {
            return Optional.empty();
        }
    }

    /** What an organisation is told of a path by an instance. */
    Answer get(String organisation, int instance, String path) {
        return Call.to("http://127.0.0.1:" + intake.instance(instance).port() + path)
                .as(token(organisation))
                .get();
    }

    private String token(String organisation) {
        return Objects.requireNonNull(tokens.get(organisation));
    }

    private long now() {
        return System.nanoTime() - opened;
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }

    private static ConditionFactory waiting() {
        return Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(iterative(Clients::longer, SHORTEST_PAUSE))
                .atMost(PATIENCE);
    }
}
