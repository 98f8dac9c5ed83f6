package scot.fort.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * A call, or a reference to a method, that takes the time, an id or chance from the surroundings. {@code Instant.now(clock)} is
 * none, nor is {@code System.nanoTime()}, which only measures.
 */
final class AmbientSource extends DescribedPredicate<JavaAccess<?>> {

    private static final Map<String, Set<String>> METHODS = Map.of(
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.lang.Math", Set.of("random"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"),
            "java.time.Clock",
                    Set.of("systemUTC", "systemDefaultZone", "system", "tickSeconds", "tickMinutes", "tickMillis"),
            "java.time.InstantSource", Set.of("system"));
    private static final Set<String> NEW_WITHOUT_ARGUMENTS = Set.of("java.util.Random", "java.util.Date");

    AmbientSource() {
        super("the time, an id or chance is taken from the surroundings");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && (isListed(target) || isNow(target) || makesAnId(target));
    }

    private static boolean isListed(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getFullName();
        return METHODS.getOrDefault(owner, Set.of()).contains(target.getName())
                || target instanceof AccessTarget.ConstructorCallTarget
                        && NEW_WITHOUT_ARGUMENTS.contains(owner)
                        && target.getRawParameterTypes().isEmpty();
    }

    private static boolean makesAnId(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("com.github.f4b6a3.uuid");
    }

    private static boolean isNow(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
