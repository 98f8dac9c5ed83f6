package scot.fort.platform.web.description;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.Resource;

/** Serves the description of a service that has one. */
@AutoConfiguration
@ConditionalOnResource(resources = DescriptionConfiguration.DOCUMENT)
class DescriptionConfiguration {

    static final String DOCUMENT = "classpath:/openapi/${spring.application.name:none}.json";

    @Bean
    DescriptionController descriptionController(@Value(DOCUMENT) Resource document) {
        return new DescriptionController(document);
    }
}
