package scot.fort.platform.sealing;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The key-encryption key that wraps, and others that unwrap what they have wrapped before.
 *
 * @param others none but while one is replaced by another, such as a file by a key management service
 */
record KeyEncryptionKeys(KeyEncryptionKey present, List<KeyEncryptionKey> others) {

    static KeyEncryptionKeys of(KeyEncryptionKey only) {
        return new KeyEncryptionKeys(only, List.of());
    }

    /** The data key, unwrapped by whichever has wrapped it. */
    DataKey unwrap(String keyId, byte[] wrapped, String kekId) throws GeneralSecurityException {
        var wrapping = Stream.concat(Stream.of(present), others.stream())
                .filter(kek -> kek.unwraps(kekId))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("The key-encryption key is not known here"));
        return DataKey.unwrap(keyId, wrapped, wrapping);
    }

    /** Those that can be unwrapped here and should be wrapped anew. */
    Set<String> outdated() {
        return Stream.concat(
                        present.earlier().stream(),
                        others.stream().flatMap(KeyEncryptionKeys::all).filter(kekId -> !present.unwraps(kekId)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those under which a key is as it should be. */
    Set<String> current() {
        return Stream.concat(Stream.of(present.id()), present.later().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> all(KeyEncryptionKey kek) {
        return Stream.of(Set.of(kek.id()), kek.earlier(), kek.later()).flatMap(Set::stream);
    }
}
