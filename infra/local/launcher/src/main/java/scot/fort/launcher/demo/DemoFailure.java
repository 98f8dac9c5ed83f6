package scot.fort.launcher.demo;

import org.jspecify.annotations.Nullable;

/** A service did not do what the demonstration shows. */
public final class DemoFailure extends RuntimeException {
    DemoFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
