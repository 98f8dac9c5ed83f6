package scot.fort.openapi;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;

/** The controllers of a service, put up to be looked at: nothing that they work with is there. */
final class ControllersAtRest {

    private static final List<String> SHARED = List.of("scot.fort.platform");
    private static final SpringObjenesis OBJENESIS = new SpringObjenesis();

    private ControllersAtRest() {}

    /** Those of the service's own package, and those of the platform, which every service has. */
    static void register(GenericApplicationContext context, String basePackage) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Stream.concat(SHARED.stream(), Stream.of(basePackage))
                .flatMap(within -> scanner.findCandidateComponents(within).stream())
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), ControllersAtRest.class.getClassLoader()))
                .forEach(type -> context.registerBeanDefinition(type.getName(), definition(type)));
    }

    private static <T> RootBeanDefinition definition(Class<T> type) {
        RootBeanDefinition definition = new RootBeanDefinition(type, () -> OBJENESIS.newInstance(type));
        definition.setDependencyCheck(RootBeanDefinition.DEPENDENCY_CHECK_NONE);
        return definition;
    }
}
