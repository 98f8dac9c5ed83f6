package scot.fort.platform.web.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Puts problem details in place of every other form of error answer. */
@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
class ProblemConfiguration {

    @Bean
    UnavailableFault knownUnavailableFaults() {
        return new KnownUnavailableFaults();
    }

    @Bean
    ProblemMapper problemMapper(ObjectProvider<ThrownRefusal> refusals, ObjectProvider<UnavailableFault> unavailable) {
        return new ProblemMapper(
                refusals.orderedStream().toList(), unavailable.orderedStream().toList());
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    ProblemResolver problemResolver(ProblemMapper mapper, ProblemWriter writer) {
        return new ProblemResolver(mapper, writer);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemMapper mapper, ProblemWriter writer) {
        return new ProblemErrorController(mapper, writer);
    }
}
