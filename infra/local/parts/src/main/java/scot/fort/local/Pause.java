package scot.fort.local;

/** A short wait between two looks at a process that cannot tell us when it changes. */
final class Pause {
    private Pause() {}

    /** False when the waiting thread was asked to give up. */
    static boolean millis(int millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
