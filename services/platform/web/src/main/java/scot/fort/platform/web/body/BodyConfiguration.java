package scot.fort.platform.web.body;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take a {@link CheckedBody}, and everybody a {@link CheckedBodies}. */
@AutoConfiguration
@EnableConfigurationProperties(BodyProperties.class)
@Import(BodyConfiguration.Arguments.class)
class BodyConfiguration {

    @Bean
    CheckedBodies checkedBodies() {
        return new CheckedBodies();
    }

    @Configuration(proxyBeanMethods = false)
    static class Arguments implements WebMvcConfigurer {

        private final CheckedBodies bodies;
        private final BodyProperties properties;

        Arguments(CheckedBodies bodies, BodyProperties properties) {
            this.bodies = bodies;
            this.properties = properties;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new CheckedBodyResolver(bodies, properties));
        }
    }
}
