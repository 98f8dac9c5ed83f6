package scot.fort.journey.submission;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Plans in which few keys and few records meet in many attempts. */
final class Plans {

    static final int INSTANCES = 2;

    private static final int KEYS = 3;
    private static final int CLIENTS = 6;
    private static final int LEAST_CLIENTS = 4;
    private static final int STEPS = 4;

    private Plans() {}

    static Arbitrary<Plan> withoutKills() {
        return plans(0);
    }

    /** One instance or both are killed. */
    static Arbitrary<Plan> withKills() {
        return plans(1);
    }

    static int other(int instance) {
        return (instance + 1) % INSTANCES;
    }

    private static Arbitrary<Plan> plans(int leastKills) {
        Arbitrary<Plan.Kill> kill = Combinators.combine(
                        Arbitraries.integers().between(0, INSTANCES - 1),
                        Arbitraries.integers().between(1, CLIENTS * STEPS / 2))
                .as(Plan.Kill::new);
        return Combinators.combine(
                        step().list()
                                .ofMinSize(1)
                                .ofMaxSize(STEPS)
                                .list()
                                .ofMinSize(2)
                                .ofMaxSize(CLIENTS),
                        kill.list()
                                .ofMinSize(leastKills)
                                .ofMaxSize(leastKills * INSTANCES)
                                .uniqueElements(Plan.Kill::instance))
                .as(Plan::new);
    }

    private static Arbitrary<Plan.Step> step() {
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, KEYS - 1);
        return keys.flatMap(key -> Combinators.combine(
                        body(key),
                        Arbitraries.of(Form.class),
                        Arbitraries.of(Form.class),
                        Arbitraries.integers().between(0, INSTANCES - 1),
                        cut(),
                        Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true)))
                .as((body, first, again, instance, cut, givesUp) ->
                        new Plan.Step(key, body, first, again, instance, cut, givesUp)));
    }

    /** Mostly the body that belongs to the key; a client that mixes them up is what makes it hard. */
    private static Arbitrary<Body> body(int key) {
        Arbitrary<Integer> source = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(key)),
                Tuple.of(1, Arbitraries.integers().between(0, KEYS - 1)));
        Arbitrary<Body.Wording> wording = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(Body.Wording.FIRST)), Tuple.of(1, Arbitraries.of(Body.Wording.class)));
        return Combinators.combine(source, wording).as(Body::new);
    }

    private static Arbitrary<Cut> cut() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Cut.NOWHERE)), Tuple.of(2, Arbitraries.of(Cut.class)));
    }
}
