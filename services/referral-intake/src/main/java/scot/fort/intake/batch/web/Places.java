package scot.fort.intake.batch.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Places for batches under way. One organisation has at most half of them, so that no other is shut out by it; a second one
 * takes the file that is sent again before the cut of its first connection is noticed.
 */
final class Places {

    private final Semaphore free;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Places(int all) {
        this.free = new Semaphore(all);
        this.mostOfOne = Math.max(1, all / 2);
    }

    /** @return whether there was one; it must be given back then */
    boolean take(String organisation) {
        if (!free.tryAcquire()) {
            return false;
        }
        if (taken.merge(organisation, 1, Integer::sum) <= mostOfOne) {
            return true;
        }
        giveBack(organisation);
        return false;
    }

    void giveBack(String organisation) {
        taken.computeIfPresent(organisation, (any, count) -> count == 1 ? null : count - 1);
        free.release();
    }
}
