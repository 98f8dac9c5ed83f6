package scot.fort.triage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.StringLength;

class LettersPropertyTests {

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void plainLettersStayAsTheyAre(@ForAll @StringLength(max = 30) String text) {
        String once = String.join(" ", Letters.words(text));

        assertThat(String.join(" ", Letters.words(once))).isEqualTo(once);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void aNormalisedFamilyNameStaysAsItIs(@ForAll @StringLength(max = 30) String name) {
        String once = FamilyName.forms(name).exact();

        assertThat(FamilyName.forms(once).exact()).isEqualTo(once);
    }

    @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
    void aNormalisedGivenNameStaysAsItIs(@ForAll @StringLength(max = 30) String name) {
        String once = GivenName.forms(name, null).exact();

        assertThat(GivenName.forms(once, null).exact()).isEqualTo(once);
    }

    @Example
    void readsWhatHandsAndKeyboardsVaryAsOne() {
        assertThat(Letters.words("Àdhamh  O’Neill-ŁUKASZ"))
                .isEqualTo(Letters.words("adhamh oneill lukasz"))
                .containsExactly("adhamh", "oneill", "lukasz");
        assertThat(Letters.joined("Wiśniewska".toUpperCase(Locale.ROOT))).isEqualTo("wisniewska");
        assertThat(Letters.joined("Bjørn Straße Æsir")).isEqualTo("bjornstrasseaesir");
    }
}
