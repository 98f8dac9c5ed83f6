package scot.fort.platform.web.request;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import scot.fort.platform.web.problem.ProblemMapper;
import scot.fort.platform.web.problem.ProblemWriter;

/** Puts the request context around everything else, and in reach of controllers. */
@AutoConfiguration
class RequestContextConfiguration implements WebMvcConfigurer {

    @Bean
    FilterRegistrationBean<RequestContextFilter> fortRequestContextFilter(ProblemMapper mapper, ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(
                new RequestContextFilter(() -> UUID.randomUUID().toString(), mapper, writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ArgumentReader<>(RequestContext.class, RequestContext::of));
    }
}
