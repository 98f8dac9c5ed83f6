package scot.fort.intake.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The codes that one member of a body, or of an answer, may have.
 *
 * @param name as it is asked for
 * @param title a few plain words
 * @param description what the codes are about, where the title does not say enough
 * @param codes in the order in which a person would look for them; one may occur again for later days
 */
public record CodeSet(String name, String title, @Nullable String description, List<Code> codes) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException when a code is there twice on the same day; names it */
    public CodeSet {
        codes = List.copyOf(codes);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name is of small letters, digits and hyphens");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("has no title");
        }
        if (codes.isEmpty()) {
            throw new IllegalArgumentException("has no codes");
        }
        for (int index = 0; index < codes.size(); index++) {
            Code code = codes.get(index);
            if (codes.subList(0, index).stream().anyMatch(code::overlaps)) {
                throw new IllegalArgumentException("code " + code.code() + " is there twice on the same day");
            }
        }
    }

    public List<Code> effectiveOn(LocalDate day) {
        return codes.stream().filter(code -> code.isEffectiveOn(day)).toList();
    }

    public boolean has(String code, LocalDate day) {
        return effectiveOn(day).stream().anyMatch(known -> known.code().equals(code));
    }
}
