package scot.fort.platform.sealing;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.f4b6a3.uuid.UuidCreator;
import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.apache.avro.message.SchemaStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives a service its sealer and opener, and intake, which alone asks for it, its pool of keys. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@EnableConfigurationProperties(SealingProperties.class)
class SealingConfiguration {

    @Bean
    @ConditionalOnMissingBean
    KeyEncryptionKey keyEncryptionKey(SealingProperties properties) {
        return KeyEncryptionKey.fromFile(properties.kekFile());
    }

    @Bean
    DataKeys dataKeys(
            MongoClient client, KeyEncryptionKey kek, ObjectProvider<Clock> clock, SealingProperties properties) {
        return new DataKeys(
                client.getDatabase(properties.database()),
                kek,
                () -> UuidCreator.getTimeOrderedEpoch().toString(),
                clock.getIfAvailable(Clock::systemUTC),
                new DataKeys.Cached(properties.cache(), properties.cacheSize(), Ticker.systemTicker()));
    }

    @Bean
    ContentCodec contentCodec(ObjectProvider<SchemaStore> formerVersions) {
        return new ContentCodec(formerVersions.getIfAvailable(SchemaStore.Cache::new));
    }

    @Bean
    Sealer sealer(DataKeys keys, ContentCodec codec) {
        return new Sealer(keys, codec);
    }

    @Bean
    Opener opener(DataKeys keys, ContentCodec codec) {
        return new Opener(keys, codec);
    }

    @Bean
    @Lazy
    KeyPool keyPool(DataKeys keys, SealingProperties properties) {
        return new KeyPool(keys, properties.poolBatch(), Thread::startVirtualThread);
    }
}
