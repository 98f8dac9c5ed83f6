package scot.fort.platform.web.request;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the request context around everything else, and in reach of controllers. */
@AutoConfiguration(afterName = "scot.fort.platform.web.problem.ProblemConfiguration")
@Import(EdgeConfiguration.class)
class RequestContextConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ArgumentReader<>(RequestContext.class, RequestContext::of));
    }
}
