package scot.fort.platform.web.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a controller's method; on the class, for all its methods that say nothing themselves. A method without
 * it may be called by nobody. Checked before the body is read.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {

    /** Any of these roles suffices. */
    Role[] value() default {};

    /** Every authenticated caller, whatever the role. */
    boolean anyone() default false;
}
