package scot.fort.platform.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last word of each person about sharing the family's data. What one has taken back no other can give, and what is told
 * late does not stand against what was said later.
 *
 * @param words in the order in which they were told
 */
public record Consents(List<Consent> words) {

    public Consents {
        words = List.copyOf(words);
    }

    public static Consents none() {
        return new Consents(List.of());
    }

    public Consents and(Consent word) {
        if (words.stream().anyMatch(known -> known.isBySamePersonAs(word) && !word.replaces(known))) {
            return this;
        }
        List<Consent> more = new ArrayList<>(words);
        more.removeIf(word::replaces);
        more.add(word);
        return new Consents(more);
    }

    /** Whether somebody's last word is that their consent is not given. */
    public boolean areRefused() {
        return words.stream().anyMatch(word -> !word.given());
    }

    /** The word that decides: a refusal before any consent, else the last. */
    public Optional<Consent> decisive() {
        return words.stream().filter(word -> !word.given() || !areRefused()).reduce((earlier, later) -> later);
    }
}
