package scot.fort.platform.sealing;

import com.google.crypto.tink.KmsClient;
import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Key-encryption keys that a key management service keeps and never gives away.
 *
 * @param clients those of Tink that the service was given as beans, each with its credentials and its time-outs
 */
record ManagedKeys(List<KmsClient> clients) {

    /**
     * Asks for nothing yet, so that a service starts while the key management service is away.
     *
     * @param uri such as {@code aws-kms://arn:aws:kms:eu-west-2:123456789012:key/...}
     */
    KeyEncryptionKey at(String uri) {
        var client = clients.stream()
                .filter(candidate -> candidate.doesSupport(uri))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The key-encryption key " + uri + " needs a KmsClient that supports it, and there is none"));
        try {
            return KeyEncryptionKey.of(uri, client.getAead(uri));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("The key-encryption key " + uri + " cannot be used", unusable);
        }
    }
}
