package scot.fort.platform.web.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import scot.fort.platform.web.paging.PageQuery;

/**
 * The query parameters that a controller's method reads.
 *
 * @param repeatable by the name of each, whether it may be given more than once
 */
record TakenParameters(Map<String, Boolean> repeatable) {

    TakenParameters {
        repeatable = Map.copyOf(repeatable);
    }

    static TakenParameters by(HandlerMethod method) {
        var repeatable = new HashMap<String, Boolean>();
        for (var argument : method.getMethodParameters()) {
            var annotation = argument.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                repeatable.put(name(annotation, argument), takesMany(argument.getParameterType()));
            } else if (argument.getParameterType() == PageQuery.class) {
                PageQuery.PARAMETERS.forEach(name -> repeatable.put(name, false));
            }
        }
        return new TakenParameters(repeatable);
    }

    boolean has(String name) {
        return repeatable.containsKey(name);
    }

    boolean mayRepeat(String name) {
        return repeatable.getOrDefault(name, false);
    }

    private static String name(RequestParam annotation, MethodParameter argument) {
        return annotation.name().isEmpty() ? argument.getParameter().getName() : annotation.name();
    }

    private static boolean takesMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
