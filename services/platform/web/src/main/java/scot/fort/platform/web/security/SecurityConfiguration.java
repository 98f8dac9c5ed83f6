package scot.fort.platform.web.security;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import scot.fort.platform.web.problem.ProblemMapper;
import scot.fort.platform.web.problem.ProblemWriter;
import scot.fort.platform.web.request.ArgumentReader;

/** Every path needs a valid token, but for the health on the management port; refusals are problems. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration implements WebMvcConfigurer {

    /** As OpenID Connect has it of a subject. */
    private static final int LONGEST_NAME = 255;

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecurityProperties properties) {
        var issuer = properties.issuer().toString();
        var decoder = NimbusJwtDecoder.withJwkSource(new IssuerKeys(issuer, properties.timeout(), System::nanoTime))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        var claims = claims(issuer, properties.audience());
        decoder.setJwtValidator(claims);
        return new VerifiedTokens(decoder, claims, Ticker.systemTicker());
    }

    /** Each filter of the chain timed for itself is a tenth of what a request costs, and tells nobody anything. */
    @Bean
    SecurityObservationSettings securityUnobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain fortSecurity(
            HttpSecurity http,
            ProblemMapper mapper,
            ProblemWriter writer,
            ObjectProvider<BehindAuthentication> behind) {
        var refusals = new SecurityRefusals(mapper, writer);
        behind.orderedStream().forEach(filter -> http.addFilterAfter(filter, BearerTokenAuthenticationFilter.class));
        return http.authorizeHttpRequests(
                        paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                                .permitAll()
                                .requestMatchers(EndpointRequest.toAnyEndpoint())
                                .hasRole(Role.OPERATOR.name())
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerToken())
                        .jwt(token -> token.jwtAuthenticationConverter(SecurityConfiguration::authenticated))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemMapper mapper, ProblemWriter writer) {
        return (request, response, unsafe) -> writer.write(mapper.of(unsafe), request, response);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AllowInterceptor());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ArgumentReader<>(Caller.class, any -> Caller.current()));
        resolvers.add(new ArgumentReader<>(Admission.class, any -> Admission.current()));
    }

    private static JwtAuthenticationToken authenticated(Jwt token) {
        var caller = Caller.of(token);
        return new JwtAuthenticationToken(
                token, AuthorityUtils.createAuthorityList(Role.authorities(caller.roles())), caller.subject());
    }

    private static OAuth2TokenValidator<Jwt> claims(String issuer, String audience) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(audience)),
                new JwtClaimValidator<>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtClaimValidator<>(JwtClaimNames.SUB, SecurityConfiguration::isName),
                new JwtClaimValidator<>(Caller.ORGANISATION, SecurityConfiguration::isName),
                new JwtClaimValidator<>(Caller.ROLES, roles -> roles == null || roles instanceof List<?>));
    }

    /** Names are compared, kept and logged: so they have one form, no white space around them, and an end. */
    private static boolean isName(Object claim) {
        return claim instanceof String text
                && text.length() <= LONGEST_NAME
                && !text.isBlank()
                && text.equals(text.strip())
                && text.codePoints().allMatch(SecurityConfiguration::isPrintable);
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
