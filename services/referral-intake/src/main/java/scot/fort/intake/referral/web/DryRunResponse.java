package scot.fort.intake.referral.web;

import java.util.List;
import scot.fort.platform.web.problem.FieldFault;

/** The answer to a submission that was only tried and would be accepted. @param valid always true */
record DryRunResponse(boolean valid, List<FieldFault> warnings) {}
