package scot.fort.platform.sealing;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.KmsClient;
import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives a service its sealer and opener. The pool of keys and their rewrapping are made for intake, which alone asks for them. */
@AutoConfiguration(after = MongoAutoConfiguration.class)
@EnableConfigurationProperties(SealingProperties.class)
class SealingConfiguration {

    @Bean
    KeyEncryptionKeys keyEncryptionKeys(SealingProperties properties, ObjectProvider<KmsClient> clients) {
        return properties.keks(new ManagedKeys(clients.orderedStream().toList()));
    }

    @Bean
    DataKeys dataKeys(
            MongoClient client, KeyEncryptionKeys keks, ObjectProvider<Clock> clock, SealingProperties properties) {
        return new DataKeys(
                client.getDatabase(properties.database()),
                keks,
                () -> UuidCreator.getTimeOrderedEpoch().toString(),
                clock.getIfAvailable(Clock::systemUTC),
                new DataKeys.Cached(properties.cache(), properties.cacheSize(), Ticker.systemTicker()));
    }

    @Bean
    ContentCodec contentCodec() {
        return new ContentCodec(ReleasedContents.onClassPath());
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

    @Bean
    @Lazy
    KeyRewrapping keyRewrapping(MongoClient client, KeyEncryptionKeys keks, SealingProperties properties) {
        return new KeyRewrapping(client.getDatabase(properties.database()), keks, Ticker.systemTicker());
    }
}
