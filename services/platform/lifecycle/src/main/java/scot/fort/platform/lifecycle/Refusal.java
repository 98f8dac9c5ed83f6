package scot.fort.platform.lifecycle;

import java.util.List;
import java.util.Set;

/**
 * Why a command was refused.
 *
 * @param code of the HTTP contract, for example {@code illegal-transition}, {@code already-claimed}, {@code not-found}
 * @param detail a sentence without anything personal
 * @param allowed what would be legal instead
 */
public record Refusal(String code, String detail, List<String> allowed) {

    public Refusal(String code, String detail) {
        this(code, detail, List.of());
    }

    /** Because of where something stands; the answer says what it may become from there. */
    public static Refusal illegal(String detail, Set<? extends Enum<?>> allowed) {
        return new Refusal(
                "illegal-transition",
                detail,
                allowed.stream().map(Enum::name).sorted().toList());
    }
}
