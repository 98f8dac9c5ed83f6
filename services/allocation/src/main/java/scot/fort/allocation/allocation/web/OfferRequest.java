package scot.fort.allocation.allocation.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.web.problem.Problem;
import scot.fort.platform.web.problem.ProblemException;

/**
 * Whom to offer: a service that the coordinator chose, or the best, chosen here.
 *
 * @param expiresInHours how long the provider has to answer; none said means the usual term
 */
record OfferRequest(
        @Nullable String serviceId,
        @Nullable Boolean auto,
        @Nullable Integer expiresInHours) {

    /** @return none when the service is to be chosen here */
    @Nullable String chosen() {
        boolean byItself = Boolean.TRUE.equals(auto);
        if (byItself == (serviceId != null)) {
            throw new ProblemException(
                    byItself
                            ? Problem.invalid(
                                    "/serviceId",
                                    "unknown-field",
                                    "Cannot be named where it is to be chosen by itself.")
                            : Problem.invalid("/serviceId", "required", "Name a service, or let it be chosen."));
        }
        return serviceId;
    }

    @Nullable Duration term() {
        return expiresInHours == null ? null : Duration.ofHours(expiresInHours);
    }
}
