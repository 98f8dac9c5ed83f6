package scot.fort.platform.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** What a controller reads from a body, on its own or checked, is of a type that nobody outside its package sees. */
final class KeepTheirBodiesPrivate extends ArchCondition<JavaMethod> {

    private static final Set<String> BODIES =
            Set.of("scot.fort.platform.web.body.CheckedBody", "org.springframework.web.bind.annotation.RequestBody");

    KeepTheirBodiesPrivate() {
        super("keep the records of their bodies package-private");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getParameters().stream()
                .filter(KeepTheirBodiesPrivate::isBody)
                .flatMap(parameter -> parameter.getType().getAllInvolvedRawTypes().stream())
                .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> belongsToTheService(method, type))
                .forEach(type -> events.add(SimpleConditionEvent.violated(
                        method, "%s reads the public %s".formatted(method.getFullName(), type.getFullName()))));
    }

    private static boolean isBody(JavaParameter parameter) {
        return BODIES.stream().anyMatch(parameter::isAnnotatedWith);
    }

    private static boolean belongsToTheService(JavaMethod method, JavaClass type) {
        return type.getPackageName().startsWith(method.getOwner().getPackageName());
    }
}
