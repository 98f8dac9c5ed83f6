package scot.fort.platform.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's signing keys, looked up when the first token arrives, so that a service starts while its issuer is down.
 * Keys that are known outlive an outage of the issuer; a token with an unknown key asks it again, but not at any rate. While
 * the issuer cannot be reached one request at a time tries it, those that come meanwhile share what it finds, and those of
 * the next second are not let wait at all: anybody can send a token that is none.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final int DISCOVERY_SIZE = 64 * 1024;
    private static final long OUTAGE_MILLIS = Duration.ofHours(1).toMillis();
    private static final long LOOK_UP_INTERVAL_MILLIS = Duration.ofSeconds(5).toMillis();
    private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final String issuer;
    private final DefaultResourceRetriever retriever;
    private final LongSupplier nanos;
    private final ReentrantLock discovery = new ReentrantLock();
    private volatile @Nullable JWKSource<SecurityContext> keys;
    private volatile boolean read;
    private @Nullable Long failedAt;

    /** @param nanos a time that only goes forward, in nanoseconds */
    IssuerKeys(String issuer, Duration timeout, LongSupplier nanos) {
        this.issuer = issuer;
        this.nanos = nanos;
        var millis = Math.toIntExact(timeout.toMillis());
        this.retriever = new DefaultResourceRetriever(millis, millis, DISCOVERY_SIZE);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            var found = discovered().get(selector, context);
            read = true;
            return found;
        } catch (RateLimitReachedException askedJustNow) {
            if (read) {
                return List.of();
            }
            throw askedJustNow;
        }
    }

    private JWKSource<SecurityContext> discovered() throws RemoteKeySourceException {
        var known = keys;
        if (known != null) {
            return known;
        }
        discovery.lock();
        try {
            var source = keys;
            if (source == null) {
                source = discover();
                keys = source;
            }
            return source;
        } finally {
            discovery.unlock();
        }
    }

    private JWKSource<SecurityContext> discover() throws RemoteKeySourceException {
        if (failedAt != null && nanos.getAsLong() - failedAt < RETRY_NANOS) {
            throw new RemoteKeySourceException("The issuer's configuration could not be read just now", null);
        }
        try {
            return JWKSourceBuilder.<SecurityContext>create(keysUrl(), retriever)
                    .rateLimited(LOOK_UP_INTERVAL_MILLIS)
                    .outageTolerant(OUTAGE_MILLIS)
                    .build();
        } catch (IOException | ParseException | IllegalArgumentException unreachable) {
            failedAt = nanos.getAsLong();
            throw new RemoteKeySourceException("The issuer's configuration cannot be read", unreachable);
        }
    }

    private URL keysUrl() throws IOException, ParseException {
        var base = issuer.endsWith("/") ? issuer : issuer + "/";
        var configuration = JSONObjectUtils.parse(retriever
                .retrieveResource(
                        URI.create(base + ".well-known/openid-configuration").toURL())
                .getContent());
        if (!issuer.equals(JSONObjectUtils.getString(configuration, "issuer"))) {
            throw new IOException("The issuer's configuration names another issuer");
        }
        return URI.create(JSONObjectUtils.getString(configuration, "jwks_uri")).toURL();
    }
}
