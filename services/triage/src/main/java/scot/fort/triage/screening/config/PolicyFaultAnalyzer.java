package scot.fort.triage.screening.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a service that a policy file keeps from starting say so first, and not at the end of a chain of causes. */
final class PolicyFaultAnalyzer extends AbstractFailureAnalyzer<PolicyFault> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PolicyFault fault) {
        return new FailureAnalysis(
                fault.getMessage(),
                "Mend the file, or name another by FORT_RATING_POLICY or FORT_CLOCK_POLICY.",
                failure);
    }
}
