package scot.fort.platform.web.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller's argument that is read from the body by {@link CheckedBodies}. On a record, a body with faults is
 * refused before the method is called; on a {@link Checked} the method decides, for instance to add faults of its own.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CheckedBody {

    /** Whether no body at all counts as an empty object. */
    boolean optional() default false;
}
