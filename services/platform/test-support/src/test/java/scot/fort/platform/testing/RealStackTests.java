package scot.fort.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import scot.fort.local.Addresses;
import scot.fort.local.Part;
import scot.fort.local.Stack;

class RealStackTests {

    @Test
    void abortsWithASentenceWhereContainersAreAskedForAndNoEngineIsThere() {
        StackSource containers = new ContainerStack(() -> false);

        assertThatThrownBy(containers::requireAvailable)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no container engine can be reached");
    }

    @Test
    void goesOnWhereTheEngineIsThere() {
        new ContainerStack(() -> true).requireAvailable();
    }

    @Test
    void runsTheImagesOfTheComposeFile() {
        assertThat(ContainerStack.image("apache/kafka").asCanonicalNameString()).startsWith("apache/kafka:4.");
        assertThatThrownBy(() -> ContainerStack.image("apache/zookeeper")).hasMessageContaining("apache/zookeeper");
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertThat(RealStack.source("processes", Optional.empty())).isInstanceOf(ProcessStack.class);
        assertThat(RealStack.source("containers", Optional.empty())).isInstanceOf(ContainerStack.class);
        assertThatThrownBy(() -> RealStack.source("clouds", Optional.empty()))
                .hasMessageContaining("FORT_STACK")
                .hasMessageContaining("clouds");
    }

    @Test
    void findsWhoUsesTheRealStackByItsCodeAndThatOfWhatItExtends() {
        assertThat(RealStackCondition.usesRealStack(UsesIt.class)).isTrue();
        assertThat(RealStackCondition.usesRealStack(ExtendsWhatUsesIt.class)).isTrue();
        assertThat(RealStackCondition.usesRealStack(FortArchitectureTests.class))
                .isFalse();
    }

    @Test
    void sharesOneStackInANamedFolderUntilAPartOfItIsGone(@TempDir Path folder) {
        StackSource module = new ProcessStack(Optional.of(folder));
        StackSource nextModule = new ProcessStack(Optional.of(folder));

        try {
            Addresses first = module.start();
            assertThat(nextModule.start()).isEqualTo(first);

            Stack.attach(folder).mail().kill();
            assertThat(nextModule.start()).isNotEqualTo(first);
            assertThat(Stack.attach(folder).parts()).allMatch(Part::isReady);
        } finally {
            Stack.attach(folder).close();
        }
    }

    private static class UsesIt {
        Addresses addresses() {
            return RealStack.addresses();
        }
    }

    private static final class ExtendsWhatUsesIt extends UsesIt {}
}
