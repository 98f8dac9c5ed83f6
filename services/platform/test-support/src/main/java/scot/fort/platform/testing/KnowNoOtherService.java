package scot.fort.platform.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Of {@code scot.fort}, a class uses its own service, the events and the platform, and nothing that is made for tests. */
final class KnowNoOtherService extends ArchCondition<JavaClass> {

    private static final String HOUSE = "scot.fort.";
    private static final Set<String> SHARED = Set.of("events", "platform");
    private static final Set<String> FOR_TESTS =
            Set.of("scot.fort.platform.testing", "scot.fort.platform.messaging.contract");

    KnowNoOtherService() {
        super("know no other service");
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (target.getPackageName().startsWith(HOUSE) && !mayUse(item, target)) {
                events.add(SimpleConditionEvent.violated(item, dependency.getDescription()));
            }
        }
    }

    private static boolean mayUse(JavaClass item, JavaClass target) {
        if (FOR_TESTS.contains(target.getPackageName())) {
            return false;
        }
        String owner = owner(target);
        return SHARED.contains(owner) || owner.equals(owner(item));
    }

    private static String owner(JavaClass type) {
        String below = type.getPackageName().substring(HOUSE.length());
        int end = below.indexOf('.');
        return end < 0 ? below : below.substring(0, end);
    }
}
