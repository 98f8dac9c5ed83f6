package scot.fort.platform.web.problem;

import java.util.Objects;

/**
 * One thing that is wrong with one place of a request.
 *
 * @param pointer RFC 6901 pointer into the body; a missing member's pointer is the one it would have; a query
 *     parameter is written like a top-level member ({@code /limit}); of a place whose pointer would be longer than 1,000
 *     characters, the pointer of what it stands in
 * @param code stable, for programs: {@code required}, {@code unknown-field}, {@code wrong-type}, ...
 * @param message for people; never repeats what was submitted
 */
public record FieldFault(String pointer, String code, String message) {

    private static final int LONGEST_POINTER = 1_000;

    public FieldFault {
        pointer = bounded(pointer);
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    /** The pointer of a member of the object at {@code parent}. */
    public static String member(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String bounded(String pointer) {
        return pointer.length() <= LONGEST_POINTER
                ? pointer
                : pointer.substring(0, pointer.lastIndexOf('/', LONGEST_POINTER));
    }
}
