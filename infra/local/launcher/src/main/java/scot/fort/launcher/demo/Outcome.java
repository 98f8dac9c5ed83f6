package scot.fort.launcher.demo;

/**
 * Where a referral got to.
 *
 * @param expected where its decision had to lead
 * @param tracked what its referrer is told
 * @param projected what the timeline says
 */
record Outcome(Case referral, String priority, String expected, String tracked, String projected) {

    boolean isAsExpected() {
        return tracked.equals(expected) && projected.equals(expected);
    }
}
