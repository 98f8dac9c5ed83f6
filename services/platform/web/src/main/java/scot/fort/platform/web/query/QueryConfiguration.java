package scot.fort.platform.web.query;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks the query after the caller: only those who may call a method learn what it takes. */
@AutoConfiguration
class QueryConfiguration implements WebMvcConfigurer {

    private static final int AFTER_ALLOW = 1;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new QueryInterceptor()).order(AFTER_ALLOW);
    }
}
