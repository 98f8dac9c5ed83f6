package scot.fort.sample;

import jakarta.servlet.Filter;
import java.net.ConnectException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class SampleApplication {

    @Bean
    FilterRegistrationBean<Filter> failingFilter() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            throw new IllegalStateException("filter: " + SampleServiceTest.PLANTED);
        });
        registration.addUrlPatterns("/v1/filtered");
        return registration;
    }

    static RuntimeException unreachable() {
        return new IllegalStateException(new ConnectException("refused"));
    }
}
