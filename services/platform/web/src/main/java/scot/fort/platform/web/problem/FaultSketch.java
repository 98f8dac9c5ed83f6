package scot.fort.platform.web.problem;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fault for the log: classes and places of the whole chain of causes, and no message, since a message may quote what
 * was submitted.
 */
final class FaultSketch {

    private static final int CAUSES = 6;
    private static final int FRAMES = 8;

    private FaultSketch() {}

    /** Classes and places: for a defect. */
    static String of(Throwable fault) {
        return chain(fault, FRAMES);
    }

    /** Classes alone: for a fault that passes by itself and may come often. */
    static String classes(Throwable fault) {
        return chain(fault, 0);
    }

    private static String chain(Throwable fault, int frames) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(link -> link.getClass().getName() + places(link, frames))
                .collect(Collectors.joining(" caused by "));
    }

    private static String places(Throwable fault, int frames) {
        return frames == 0
                ? ""
                : Arrays.stream(fault.getStackTrace())
                        .limit(frames)
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                        .collect(Collectors.joining(" < ", " [", "]"));
    }
}
