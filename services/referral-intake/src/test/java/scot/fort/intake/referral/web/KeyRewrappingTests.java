package scot.fort.intake.referral.web;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import scot.fort.platform.service.Repeating;

class KeyRewrappingTests extends IntakeServiceTest {

    @Autowired
    Repeating keyRewrappingRounds;

    @Autowired
    MeterRegistry meters;

    @Test
    void countsTheKeysThatAreStillWrappedByAnEarlierOne() {
        keyRewrappingRounds.wake();

        await().until(() -> meters.get("fort.keys.outdated").gauge().value() >= 0);
    }
}
