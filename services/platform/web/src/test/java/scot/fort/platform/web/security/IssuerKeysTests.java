package scot.fort.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scot.fort.platform.testing.AtOnce;

class IssuerKeysTests {

    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());
    private static final int CALLERS = 50;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger configurationReads = new AtomicInteger();
    private final AtomicInteger keyReads = new AtomicInteger();
    private volatile int status = 500;
    private HttpServer issuer;
    private IssuerKeys keys;

    @BeforeEach
    void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        issuer.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var uri = "http://127.0.0.1:" + issuer.getAddress().getPort();
        issuer.createContext("/.well-known/openid-configuration", exchange -> {
            configurationReads.incrementAndGet();
            answer(exchange, status, "{\"issuer\": \"" + uri + "\", \"jwks_uri\": \"" + uri + "/keys\"}");
        });
        issuer.createContext("/keys", exchange -> {
            keyReads.incrementAndGet();
            answer(exchange, 500, "");
        });
        issuer.start();
        keys = new IssuerKeys(uri, Duration.ofSeconds(2), nanos::get);
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void asksAnIssuerThatCannotAnswerOnceForAllWhoComeMeanwhile() throws Exception {
        var refusals = AtOnce.all(CALLERS, any -> this::refused);

        assertThat(refusals).containsOnly(true);
        assertThat(configurationReads).hasValue(1);
    }

    @Test
    void asksAgainAfterASecond() {
        assertThat(refused()).isTrue();
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(refused()).isTrue();
        assertThat(configurationReads).hasValue(1);

        nanos.addAndGet(Duration.ofMillis(1).toNanos());

        assertThat(refused()).isTrue();
        assertThat(configurationReads).hasValue(2);
    }

    @Test
    void isUnavailableAndSaysNotThatTheTokenIsBadWhileTheKeysHaveNeverBeenRead() throws Exception {
        status = 200;

        var refusals = AtOnce.all(CALLERS, any -> this::refused);

        assertThat(refusals).containsOnly(true);
        assertThat(keyReads.get()).isLessThanOrEqualTo(2);
    }

    private boolean refused() {
        assertThatThrownBy(() -> keys.get(ANY, null)).isInstanceOf(KeySourceException.class);
        return true;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
