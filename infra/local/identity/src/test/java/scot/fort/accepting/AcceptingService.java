package scot.fort.accepting;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scot.fort.platform.web.security.Allow;
import scot.fort.platform.web.security.Caller;

/** A service with the security that every service has, which says whom it takes the caller for. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {OAuth2AuthorizationServerAutoConfiguration.class, OAuth2AuthorizationServerJwtAutoConfiguration.class
        })
@RestController
public class AcceptingService {

    public static ConfigurableApplicationContext start(String issuer) {
        return new SpringApplicationBuilder(AcceptingService.class)
                .properties(
                        "spring.config.name=none",
                        "spring.main.banner-mode=off",
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "fort.security.issuer=" + issuer)
                .run();
    }

    @GetMapping("/v1/caller")
    @Allow(anyone = true)
    Caller caller(Caller caller) {
        return caller;
    }
}
