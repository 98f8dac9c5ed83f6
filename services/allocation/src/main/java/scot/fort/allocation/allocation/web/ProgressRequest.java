package scot.fort.allocation.allocation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.Wellbeing;

/** @param wellbeing what the support has been good for so far */
record ProgressRequest(String text, @Nullable List<Wellbeing> wellbeing) {}
