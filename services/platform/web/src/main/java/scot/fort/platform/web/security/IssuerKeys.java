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
import org.jspecify.annotations.Nullable;

/**
 * The issuer's signing keys, looked up when the first token arrives, so that a service starts while its issuer is down.
 * Keys that are known outlive an outage of the issuer; a token with an unknown key asks it again, but not at any rate.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final int DISCOVERY_SIZE = 64 * 1024;
    private static final long OUTAGE_MILLIS = Duration.ofHours(1).toMillis();
    private static final long LOOK_UP_INTERVAL_MILLIS = Duration.ofSeconds(5).toMillis();

    private final String issuer;
    private final DefaultResourceRetriever retriever;
    private final ReentrantLock discovery = new ReentrantLock();
    private volatile @Nullable JWKSource<SecurityContext> keys;

    IssuerKeys(String issuer, Duration timeout) {
        this.issuer = issuer;
        var millis = Math.toIntExact(timeout.toMillis());
        this.retriever = new DefaultResourceRetriever(millis, millis, DISCOVERY_SIZE);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            return discovered().get(selector, context);
        } catch (RateLimitReachedException unknownKeyAgain) {
            return List.of();
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
                source = JWKSourceBuilder.<SecurityContext>create(keysUrl(), retriever)
                        .rateLimited(LOOK_UP_INTERVAL_MILLIS)
                        .outageTolerant(OUTAGE_MILLIS)
                        .build();
                keys = source;
            }
            return source;
        } catch (IOException | ParseException | IllegalArgumentException unreachable) {
            throw new RemoteKeySourceException("The issuer's configuration cannot be read", unreachable);
        } finally {
            discovery.unlock();
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
