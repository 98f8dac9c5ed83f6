package scot.fort.platform.messaging.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Execution;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.platform.messaging.aggregate.AggregateStores;
import scot.fort.platform.messaging.consume.Consumers;

/** The contract sees what is wrong with a consumer. */
class BrokenConsumerTests {

    @Test
    void failsAConsumerThatIgnoresPositions() {
        assertThat(failedBy(selectClass(IgnoresPositions.class)))
                .containsExactlyInAnyOrder(
                        "appliesEachEventOnceHoweverOftenItComes",
                        "makesTheSameOfEveryOrderBetweenSources",
                        "parksWhatComesTooEarlyAndReleasesItWithWhatWasMissing",
                        "goesOnAfterACrashBetweenTheWriteAndTheCommit",
                        "insertsUnreadWhatIsToldOfForTheFirstTime",
                        "standsAnInstanceThatDoesNotKnowYetThatItLostThePartition",
                        "parksAPoisonousEventAndDelaysNoOtherReferral",
                        "goesOnWithoutAPoisonousEventThatIsDiscarded",
                        "keepsAsADeadLetterWhatDoesNotSayWhoseItIs");
    }

    @Test
    void failsAConsumerWhoseStateDependsOnTheOrderBetweenSources() {
        String test = "makesTheSameOfEveryOrderBetweenSources";

        assertThat(failedBy(selectMethod(DependsOnOrder.class, test, "long"))).containsExactly(test);
    }

    private static Set<String> failedBy(DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(tests)
                .execute()
                .testEvents()
                .executions()
                .failed()
                .map(BrokenConsumerTests::method)
                .collect(Collectors.toSet());
    }

    private static String method(Execution execution) {
        assertThat(execution.getTerminationInfo().getExecutionResult().getStatus())
                .isEqualTo(TestExecutionResult.Status.FAILED);
        return execution
                .getTestDescriptor()
                .getSource()
                .map(MethodSource.class::cast)
                .orElseThrow()
                .getMethodName();
    }

    static class IgnoresPositions extends DiaryContract {
        @Override
        protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
            return new ForgetfulConsumer(stores.ofReferrals(collection(), Diary.class, Diary::write, List.of()));
        }
    }

    static class DependsOnOrder extends DiaryContract {
        @Override
        protected BatchMessageListener<byte[], byte[]> consumer(AggregateStores stores, Consumers consumers) {
            return consumers.consumer(
                    stores.ofReferrals(collection(), Diary.class, Diary::write, List.of()),
                    Diary.reactions().onAnyOther(Diary::rememberAsLast))::consume;
        }
    }
}
