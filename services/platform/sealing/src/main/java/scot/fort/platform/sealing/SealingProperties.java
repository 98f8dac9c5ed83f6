package scot.fort.platform.sealing;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Settings of sealing.
 *
 * @param kekFile the Tink JSON keyset that encrypts the data keys
 * @param database the one database that services share, for the data keys alone
 * @param cache how long a key is believed after it was read; an erasure takes effect within this time
 * @param cacheSize the most keys that are kept in memory
 * @param poolBatch how many keys intake makes ahead with one write
 */
@ConfigurationProperties("fort.sealing")
record SealingProperties(
        Path kekFile,
        @DefaultValue("fort_keys") String database,
        @DefaultValue("45s") Duration cache,
        @DefaultValue("10000") int cacheSize,
        @DefaultValue("256") int poolBatch) {

    SealingProperties {
        Assert.isTrue(
                kekFile != null && !kekFile.toString().isEmpty(),
                "fort.sealing.kek-file (FORT_KEK_FILE) must name the file of the key-encryption key");
        Assert.hasText(database, "fort.sealing.database must name a database");
        Assert.isTrue(
                cache.isPositive() && cache.compareTo(DataKeys.LONGEST_CACHE) <= 0,
                "fort.sealing.cache must be positive and at most 60s");
        Assert.isTrue(cacheSize >= 1, "fort.sealing.cache-size must be at least 1");
        Assert.isTrue(poolBatch >= 2, "fort.sealing.pool-batch must be at least 2");
    }
}
