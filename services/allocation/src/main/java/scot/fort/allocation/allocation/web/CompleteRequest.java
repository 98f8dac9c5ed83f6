package scot.fort.allocation.allocation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.Wellbeing;
import scot.fort.allocation.allocation.Words;

/**
 * @param outcome code
 * @param wellbeing what the support was good for
 * @param views what the child and the parent or carer say of it
 */
record CompleteRequest(
        String outcome, @Nullable String text, @Nullable List<Wellbeing> wellbeing, Words.@Nullable Views views) {}
