package scot.fort.triage.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import scot.fort.triage.matching.Particulars;

/** What referrals say of children. */
public interface Statements {

    /**
     * All that was said of each child, by its ref; empty where it was erased, or cannot be read.
     *
     * @param count how many statements have been heard
     * @return none as long as the hub has not heard as many itself
     */
    Optional<Map<String, List<Particulars>>> of(String referralId, int count);
}
