package scot.fort.platform.web.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the JSON Schema of a request record where it is not the usual one, which for {@code DecideRequest} is
 * {@code /requests/decide-request.schema.json} on the classpath.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequestSchema {

    /** The absolute classpath location. */
    String value();
}
