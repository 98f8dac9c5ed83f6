package scot.fort.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An OpenID Connect issuer as far as a resource server sees one: its configuration, its keys, and tokens for tests. */
public final class TestIssuer implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration REUSED = Duration.ofMinutes(10);

    private final HttpServer server;
    private final RSAKey key;
    private final Map<List<String>, Token> tokens = new ConcurrentHashMap<>();

    private record Token(String text, Instant issuedAt) {}

    private TestIssuer(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
    }

    /** On any free port. */
    public static TestIssuer start() {
        return startOn(0);
    }

    /** On a port whose issuer the services under test have been told before. */
    public static TestIssuer startOn(int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            var key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            var issuer = new TestIssuer(server, key);
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, issuer.discovery()));
            server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.start();
            return issuer;
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        } catch (JOSEException noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    /** What {@code FORT_ISSUER_URI} is set to. */
    public String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A valid token: for a while the same for the same person, as signing takes longer than most calls. */
    public String token(String subject, String organisation, String... roles) {
        Instant now = Instant.now();
        return tokens.compute(
                        List.of(subject, organisation, String.join(" ", roles)),
                        (holder, before) ->
                                before != null && now.isBefore(before.issuedAt().plus(REUSED))
                                        ? before
                                        : new Token(
                                                sign(claims(subject, organisation, roles)
                                                        .build()),
                                                now))
                .text();
    }

    /** The claims of a valid token, to be spoilt. */
    public JWTClaimsSet.Builder claims(String subject, String organisation, String... roles) {
        var now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(subject)
                .audience("fort")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("org", organisation)
                .claim("org_type", "TEST")
                .claim("roles", List.of(roles));
    }

    /** Signs with this issuer's key. */
    public String sign(JWTClaimsSet claims) {
        return sign(claims, JWSAlgorithm.RS256);
    }

    /** Signs with this issuer's key under another RSA algorithm. */
    public String sign(JWTClaimsSet claims, JWSAlgorithm algorithm) {
        try {
            var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return """
                {"issuer": "%s", "jwks_uri": "%s/keys"}""".formatted(uri(), uri());
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
