package scot.fort.journey.submission;

import java.util.Objects;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * One referral per key, one key per record of an organisation, and one answer to whoever asks, however often, at
 * whichever instance, and whatever breaks meanwhile. {@link Repeated} says how to try longer.
 */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, afterFailure = AfterFailureMode.RANDOM_SEED)
class SubmissionPropertyTests {

    private static @Nullable Intake intake;

    @BeforeContainer
    static void start() {
        intake = Intake.start();
        intake.awaitReady();
    }

    @AfterContainer
    static void stop() {
        if (intake != null) {
            intake.close();
        }
    }

    @Property(tries = 10)
    @AddLifecycleHook(Repeated.class)
    void makesOneReferralOfAKeyWhateverBecomesOfTheLines(@ForAll("plansWithoutKills") Plan plan) throws Exception {
        tryOut(plan);
    }

    @Property(tries = 2)
    @AddLifecycleHook(Repeated.class)
    void makesOneReferralOfAKeyWhateverBecomesOfTheInstances(@ForAll("plansWithKills") Plan plan) throws Exception {
        tryOut(plan);
    }

    /** The statistics say what has been met. */
    private static void tryOut(Plan plan) throws Exception {
        new Trial(plan, Objects.requireNonNull(intake)).run().forEach(attempt -> Statistics.label("answers")
                .collect(attempt.outcome()));
    }

    @Provide
    Arbitrary<Plan> plansWithoutKills() {
        return Plans.withoutKills();
    }

    @Provide
    Arbitrary<Plan> plansWithKills() {
        return Plans.withKills();
    }
}
