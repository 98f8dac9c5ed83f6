package scot.fort.timeline.history;

import java.util.Arrays;
import java.util.Optional;

/** Reads codes of events; one that this release does not know yet says nothing. */
final class Codes {

    private Codes() {}

    static <C extends Enum<C>> Optional<C> find(Class<C> codes, String name) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }
}
