package scot.fort.triage.access;

import java.util.List;

/** Who looked at which referral. */
public interface Looks {

    /** The last ones, newest first. What was read a moment ago, or is being read, may not be among them yet. */
    List<Look> last(String referralId, int limit);
}
