package scot.fort.platform.messaging.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** One registry's address and the Authorization header it wants. Its text shows no credential. */
final class Endpoint {
    private final String base;
    private final @Nullable String authorisation;

    private Endpoint(String base, @Nullable String authorisation) {
        this.base = base;
        this.authorisation = authorisation;
    }

    URI resolve(String path) {
        return URI.create(base + path);
    }

    @Nullable String authorisation() {
        return authorisation;
    }

    @Override
    public String toString() {
        return base;
    }

    /** The endpoints of parsed {@link RegistryProperties}. */
    static List<Endpoint> of(Map<String, ?> settings) {
        List<?> urls = (List<?>) settings.get(RegistryProperties.URL);
        if (urls == null || urls.isEmpty()) {
            throw new ConfigException("%s names no address".formatted(RegistryProperties.URL));
        }
        String header = headerOf(settings);
        boolean fromUrl = RegistryProperties.FROM_URL.equals(settings.get(RegistryProperties.BASIC_SOURCE));
        return urls.stream()
                .map(url -> endpoint(String.valueOf(url), header, fromUrl))
                .toList();
    }

    private static Endpoint endpoint(String url, @Nullable String header, boolean credentialsFromUrl) {
        try {
            URI uri = new URI(url.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
                throw notAnAddress(url);
            }
            String path = uri.getPath().replaceAll("/+$", "");
            URI bare = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), path, null, null);
            String user = uri.getUserInfo();
            return new Endpoint(
                    bare.toString(), header == null && credentialsFromUrl && user != null ? basic(user) : header);
        } catch (URISyntaxException e) {
            throw notAnAddress(url);
        }
    }

    private static ConfigException notAnAddress(String url) {
        String shown = url.substring(url.lastIndexOf('@') + 1);
        return new ConfigException(RegistryProperties.URL, shown, "not an http or https address");
    }

    private static @Nullable String headerOf(Map<String, ?> settings) {
        boolean bearer = settings.get(RegistryProperties.BEARER_SOURCE) != null;
        boolean basic = RegistryProperties.FROM_USER_INFO.equals(settings.get(RegistryProperties.BASIC_SOURCE));
        if (bearer && basic) {
            throw new ConfigException("%s and %s exclude each other"
                    .formatted(RegistryProperties.BASIC_SOURCE, RegistryProperties.BEARER_SOURCE));
        }
        if (bearer) {
            return "Bearer " + secret(settings, RegistryProperties.BEARER_TOKEN, RegistryProperties.BEARER_TOKEN);
        }
        return basic
                ? basic(secret(
                        settings, RegistryProperties.BASIC_USER_INFO, RegistryProperties.BASIC_USER_INFO_PREFIXED))
                : null;
    }

    private static String secret(Map<String, ?> settings, String name, String otherName) {
        Object value = settings.get(name) == null ? settings.get(otherName) : settings.get(name);
        if (value instanceof Password password && !password.value().isBlank()) {
            return password.value();
        }
        throw new ConfigException("%s is missing: the credentials source asks for it".formatted(name));
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
