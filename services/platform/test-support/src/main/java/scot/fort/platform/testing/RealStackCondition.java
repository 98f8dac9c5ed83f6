package scot.fort.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Skips the test classes that use the real stack where it cannot be had. An abort in {@link RealStack#addresses()} alone would
 * be a failure wherever a static field or Spring asks for the addresses. Found by JUnit itself, so that no test need name it.
 */
public final class RealStackCondition implements ExecutionCondition {

    private static final List<String> USES =
            List.of("scot/fort/platform/testing/RealStack", "scot/fort/platform/messaging/contract/ServiceSettings");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()
                && context.getTestClass()
                        .filter(RealStackCondition::usesRealStack)
                        .isPresent()) {
            try {
                RealStack.requireAvailable();
            } catch (TestAbortedException notHere) {
                return ConditionEvaluationResult.disabled(notHere.getMessage());
            }
        }
        return ConditionEvaluationResult.enabled("The real stack can be had, or is not used");
    }

    /** Whether the code of a class, or of one that it extends, names what gives access to the stack. */
    static boolean usesRealStack(Class<?> test) {
        return Stream.<Class<?>>iterate(test, type -> type != null && type != Object.class, Class::getSuperclass)
                .map(RealStackCondition::code)
                .anyMatch(code -> USES.stream().anyMatch(code::contains));
    }

    private static String code(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream code = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
            return new String(code.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
