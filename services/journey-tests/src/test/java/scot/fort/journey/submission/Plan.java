package scot.fort.journey.submission;

import java.util.List;

/**
 * What clients do, all at once, and what goes wrong. The clients belong to two organisations in turn.
 *
 * @param clients the steps of each, in their order
 */
record Plan(List<List<Step>> clients, List<Kill> kills) {

    Plan {
        clients = List.copyOf(clients);
        kills = List.copyOf(kills);
    }

    /**
     * A client submits, and submits again until it has a final answer, or gives up when the first attempt has none.
     *
     * @param key number of its key
     * @param first how the body is written the first time
     * @param again how it is written after that
     * @param instance number of the instance that it turns to first
     * @param cut where the line of the first attempt breaks
     */
    record Step(int key, Body body, Form first, Form again, int instance, Cut cut, boolean givesUp) {}

    /**
     * An instance is killed and started again.
     *
     * @param attempts how many attempts have begun when it happens
     */
    record Kill(int instance, int attempts) {}
}
