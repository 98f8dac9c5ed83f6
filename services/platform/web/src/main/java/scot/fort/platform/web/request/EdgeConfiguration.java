package scot.fort.platform.web.request;

import java.util.UUID;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import scot.fort.platform.web.problem.ProblemMapper;
import scot.fort.platform.web.problem.ProblemWriter;
import tools.jackson.databind.json.JsonMapper;

/** What stands outermost at each port of a service, that of its callers and that of its operators. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(ProblemMapper.class)
class EdgeConfiguration {

    @Bean
    FilterRegistrationBean<RequestContextFilter> fortRequestContextFilter(ProblemMapper mapper, ProblemWriter writer) {
        var registration =
                new FilterRegistrationBean<>(new RequestContextFilter(EdgeConfiguration::anId, mapper, writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Its requests are asked for their bodies only when these are read, and its own refusals are problems. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> fortContainer(ProblemMapper mapper, JsonMapper json) {
        return factory -> {
            factory.addContextCustomizers(context -> context.getParent()
                    .getPipeline()
                    .addValve(new ProblemReportValve(EdgeConfiguration::anId, mapper, json)));
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setContinueResponseTiming("onRead");
                }
            });
        };
    }

    private static String anId() {
        return UUID.randomUUID().toString();
    }
}
