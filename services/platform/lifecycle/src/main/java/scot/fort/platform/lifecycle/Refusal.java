package scot.fort.platform.lifecycle;

import java.util.List;

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
}
