package scot.fort.triage.screening.web;

import java.util.HashMap;
import java.util.Map;

/** How many may follow at once, and how often one person. */
final class Seats {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Seats(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** @return whether there was one left */
    synchronized boolean take(String person) {
        int own = taken.getOrDefault(person, 0);
        if (all >= most || own >= mostOfOne) {
            return false;
        }
        all++;
        taken.put(person, own + 1);
        return true;
    }

    synchronized void giveBack(String person) {
        all--;
        taken.computeIfPresent(person, (_, own) -> own == 1 ? null : own - 1);
    }
}
