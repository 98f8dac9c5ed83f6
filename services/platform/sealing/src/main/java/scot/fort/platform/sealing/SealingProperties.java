package scot.fort.platform.sealing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Settings of sealing.
 *
 * @param kekFile the file of the Tink JSON keyset that encrypts the data keys
 * @param kek that keyset itself
 * @param kekUri the key of a key management service, in place of a keyset
 * @param otherKeks files and URIs of key-encryption keys that only unwrap, while the present one takes their place
 * @param database the one database that services share, for the data keys alone
 * @param cache how long a key is believed after it was read; an erasure takes effect within this time
 * @param cacheSize the most keys that are kept in memory
 * @param poolBatch how many keys intake makes ahead with one write
 */
@ConfigurationProperties("fort.sealing")
record SealingProperties(
        @DefaultValue("") String kekFile,
        @DefaultValue("") String kek,
        @DefaultValue("") String kekUri,
        @DefaultValue List<String> otherKeks,
        @DefaultValue("fort_keys") String database,
        @DefaultValue("45s") Duration cache,
        @DefaultValue("10000") int cacheSize,
        @DefaultValue("256") int poolBatch) {

    private static final String URI = "://";

    SealingProperties {
        Assert.isTrue(
                Stream.of(kekFile, kek, kekUri).filter(StringUtils::hasText).count() == 1,
                "Exactly one of fort.sealing.kek-file (FORT_KEK_FILE), fort.sealing.kek (FORT_KEK) and "
                        + "fort.sealing.kek-uri (FORT_KEK_URI) must give the key-encryption key");
        Assert.hasText(database, "fort.sealing.database must name a database");
        Assert.isTrue(
                cache.isPositive() && cache.compareTo(DataKeys.LONGEST_CACHE) <= 0,
                "fort.sealing.cache must be positive and at most 60s");
        Assert.isTrue(cacheSize >= 1, "fort.sealing.cache-size must be at least 1");
        Assert.isTrue(poolBatch >= 2, "fort.sealing.pool-batch must be at least 2");
    }

    KeyEncryptionKeys keks(ManagedKeys managed) {
        var others = otherKeks.stream()
                .map(other -> other.contains(URI) ? managed.at(other) : KeyEncryptionKey.fromFile(Path.of(other)))
                .toList();
        return new KeyEncryptionKeys(present(managed), others);
    }

    private KeyEncryptionKey present(ManagedKeys managed) {
        if (StringUtils.hasText(kekUri)) {
            return managed.at(kekUri);
        }
        return StringUtils.hasText(kek) ? KeyEncryptionKey.fromJson(kek) : KeyEncryptionKey.fromFile(Path.of(kekFile));
    }

    /** All but the key itself. */
    @Override
    public String toString() {
        return "SealingProperties[kekFile=%s, kekUri=%s, otherKeks=%s, database=%s]"
                .formatted(kekFile, kekUri, otherKeks, database);
    }
}
