package scot.fort.platform.messaging.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One question to a registry, whichever of its addresses will answer. */
record RegistryRequest(String method, String path, @Nullable Map<String, ?> body) {

    static RegistryRequest get(String path) {
        return new RegistryRequest("GET", path, null);
    }

    static RegistryRequest post(String path, Map<String, ?> body) {
        return new RegistryRequest("POST", path, body);
    }

    static RegistryRequest put(String path, Map<String, ?> body) {
        return new RegistryRequest("PUT", path, body);
    }

    /** A subject as one segment of a path, whatever characters it has. */
    static String segment(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
