package scot.fort.intake.referral;

import java.util.List;
import scot.fort.platform.sealing.Sealed;

/**
 * What was sent, amended by a correction that is kept beside the first statement.
 *
 * @param children as they are after it
 * @param sent what was corrected this time
 * @param all what has been corrected so far, the last word on each member
 */
public record Amendment(List<ChildInBrief> children, Sealed sent, Sealed all) {}
