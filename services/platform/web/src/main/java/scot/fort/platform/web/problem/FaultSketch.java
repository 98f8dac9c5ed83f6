package scot.fort.platform.web.problem;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A fault for the log: classes and places of the whole chain of causes, and no message, since a message may quote what
 * was submitted.
 */
final class FaultSketch {

    private static final int CAUSES = 6;
    private static final int FRAMES = 8;

    private FaultSketch() {}

    static String of(Throwable fault) {
        var sketch = new StringBuilder(one(fault));
        var cause = fault.getCause();
        for (int depth = 1; cause != null && depth < CAUSES; depth++) {
            sketch.append(" caused by ").append(one(cause));
            cause = cause.getCause();
        }
        return sketch.toString();
    }

    private static String one(Throwable fault) {
        return fault.getClass().getName()
                + Arrays.stream(fault.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining(" < ", " [", "]"));
    }
}
