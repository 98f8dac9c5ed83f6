package scot.fort.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/** Client credentials by HTTP Basic, discovery, keys and health; every other path and grant is refused. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    private static final String AUDIENCE = "fort";
    private static final String TOKEN = "/oauth2/token";
    private static final String KEYS = "/oauth2/jwks";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** The seeds are public, so a hash of theirs need not be slow to guess; a token must be quick to get. */
    private static final int HASH_STRENGTH = 4;

    @Bean
    @Order(1)
    SecurityFilterChain issuer(HttpSecurity http) {
        return http.securityMatcher(TOKEN, KEYS, DISCOVERY)
                .authorizeHttpRequests(paths -> paths.requestMatchers(KEYS, DISCOVERY)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2AuthorizationServer(server -> server.oidc(oidc -> oidc.providerConfigurationEndpoint(endpoint ->
                        endpoint.providerConfigurationCustomizer(configuration -> configuration.grantTypes(grants -> {
                            grants.clear();
                            grants.add(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue());
                        })))))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http) {
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    AuthorizationServerSettings settings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder()
                .issuer(properties.issuer().toString())
                .build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(HASH_STRENGTH);
    }

    @Bean
    RegisteredClientRepository clients(IdentityProperties properties, PasswordEncoder secrets) {
        TokenSettings tokens = TokenSettings.builder()
                .accessTokenTimeToLive(properties.lifetime())
                .build();
        return new InMemoryRegisteredClientRepository(properties.clients().stream()
                .map(client -> RegisteredClient.withId(client.name())
                        .clientId(client.name())
                        .clientSecret(Objects.requireNonNull(secrets.encode(client.secret())))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenSettings(tokens)
                        .build())
                .toList());
    }

    @Bean
    OAuth2AuthorizationService tokens() {
        return new ForgottenTokens();
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentityProperties properties) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(properties.keyFile())));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentityProperties properties) {
        return token -> {
            IdentityProperties.Client client =
                    properties.client(token.getRegisteredClient().getClientId());
            token.getClaims()
                    .audience(List.of(AUDIENCE))
                    .claim("org", client.org())
                    .claim("org_type", client.orgType())
                    .claim("roles", client.roles());
        };
    }
}
