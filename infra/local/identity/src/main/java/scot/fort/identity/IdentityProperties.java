package scot.fort.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the issuer knows and what it says about them.
 *
 * @param issuer the URI that tokens name as their issuer; services check it to the letter
 * @param keyFile where the signing key is kept, so that tokens survive a restart
 * @param lifetime how long a token is valid
 */
@ConfigurationProperties("fort.identity")
record IdentityProperties(URI issuer, Path keyFile, Duration lifetime, List<Client> clients) {

    IdentityProperties {
        require(issuer != null && issuer.isAbsolute(), "issuer must be an absolute URI");
        require(keyFile != null && !keyFile.toString().isBlank(), "key-file must name a file");
        require(lifetime != null && lifetime.isPositive(), "lifetime must be positive");
        require(clients != null && !clients.isEmpty(), "clients must name at least one");
        clients = List.copyOf(clients);
    }

    /** The client of this name; only ever asked for one that has just proved its secret. */
    Client client(String name) {
        return clients.stream()
                .filter(client -> client.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException("fort.identity." + rule);
        }
    }

    /**
     * A program that may ask for tokens.
     *
     * @param org the organisation it acts for
     * @param orgType the kind of organisation
     * @param roles what it may do, in the words of the services
     */
    record Client(String name, String secret, String org, String orgType, List<String> roles) {

        Client {
            require(name != null && secret != null && org != null && orgType != null, "clients need all their members");
            require(roles != null && !roles.isEmpty(), "clients need at least one of roles");
            roles = List.copyOf(roles);
        }
    }
}
