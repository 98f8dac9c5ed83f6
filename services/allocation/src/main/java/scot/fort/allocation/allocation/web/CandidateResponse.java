package scot.fort.allocation.allocation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.allocation.allocation.Matching.Candidate;
import scot.fort.allocation.directory.SupportCode;
import scot.fort.allocation.directory.SupportService;

/**
 * A service held against a family.
 *
 * @param reasons why it fits or does not, as sentences
 * @param availability places that can be offered now
 * @param estimatedWaitDays 0 where there is room; not said where nothing is known
 */
record CandidateResponse(
        String serviceId,
        String name,
        @Nullable String providerOrganisation,
        boolean eligible,
        List<String> reasons,
        List<SupportCode> supportCodes,
        int availability,
        @Nullable Integer estimatedWaitDays) {

    static CandidateResponse of(Candidate candidate) {
        SupportService service = candidate.service();
        return new CandidateResponse(
                service.id(),
                service.profile().name(),
                service.profile().providerOrganisation(),
                candidate.eligible(),
                candidate.reasons(),
                candidate.supports(),
                service.room(),
                service.room() > 0 ? 0 : null);
    }
}
