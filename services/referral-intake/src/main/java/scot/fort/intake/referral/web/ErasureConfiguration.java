package scot.fort.intake.referral.web;

import java.time.Clock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.intake.referral.Erasures;
import scot.fort.intake.referral.KeyDestruction;
import scot.fort.intake.referral.KeyRevision;
import scot.fort.platform.sealing.DataKeys;
import scot.fort.platform.service.Repeating;

/** What makes an erasure final: at once, after a crash, and after a restore. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    KeyDestruction destroyedKeys(Erasures erasures, DataKeys keys) {
        return new KeyDestruction(erasures, keys::destroy, keys::destroyAgain);
    }

    @Bean
    Repeating keyDestruction(KeyDestruction destruction, IntakeProperties properties) {
        return new Repeating(
                "key-destruction", destruction::finish, properties.erasure().sweep());
    }

    @Bean
    Repeating keyRevision(KeyDestruction destruction, IntakeProperties properties, Clock clock) {
        KeyRevision revision = new KeyRevision(
                destruction::destroyWhatCameBack, properties.erasure().revision(), clock);
        return new Repeating(
                "key-revision", revision::round, properties.erasure().sweep());
    }

    /** A service may be started because its databases were just restored. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> keyRevisionAtStart(Repeating keyRevision) {
        return ready -> keyRevision.wake();
    }
}
