package scot.fort.intake.batch.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.intake.batch.BatchHandler;
import scot.fort.intake.batch.csv.Columns;
import scot.fort.platform.web.problem.ProblemMapper;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of batches together. */
@Configuration(proxyBeanMethods = false)
class BatchConfiguration {

    @Bean
    Columns referralColumns() {
        return new Columns();
    }

    @Bean
    BatchHandler batchHandler(JsonMapper json, ProblemMapper problems, BatchProperties properties) {
        return new BatchHandler(json, problems::of, properties.bounds());
    }
}
