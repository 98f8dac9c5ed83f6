package scot.fort.triage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

    @ParameterizedTest
    @CsvSource({
        "McDonald, MacDonald",
        "Mc Donald, MACDONALD",
        "M'Donald, Macdonald",
        "O'Neill, ONEILL",
        "Ó Briain, OBriain",
        "Campbell-Ross, Campbell Ross",
        "Kowalska, Kowalski",
        "Wiśniewska, Wisniewski"
    })
    void readsTwoWritingsOfAFamilyNameAsOne(String one, String other) {
        assertThat(FamilyName.forms(one).exact())
                .isEqualTo(FamilyName.forms(other).exact());
    }

    @ParameterizedTest
    @CsvSource({"Campbell-Ross, Ross", "Campbell-Ross, Campbell", "al-Hussain, Hussain", "Ó Briain, Briain"})
    void knowsADoubleNameByItsHalves(String whole, String half) {
        assertThat(shared(FamilyName.forms(whole), FamilyName.forms(half), NameForms::alike))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Elizabeth, Lizzie",
        "Beth, Lizzie",
        "Alexander, Sandy",
        "Catrìona, Katie",
        "Ruaridh, Rory",
        "Seòras, George",
        "Síne, Sheena",
        "Jakub, Kuba",
        "Muhammad, Mohamed",
        "Ayesha, Aisha",
        "Àdhamh, Adam",
        "Mary-Kate, Mary"
    })
    void knowsOtherFormsOfAGivenName(String one, String other) {
        assertThat(shared(GivenName.forms(one, null), GivenName.forms(other, null), NameForms::alike))
                .isTrue();
    }

    @Test
    void knowsAChildByWhatItIsCalled() {
        assertThat(shared(GivenName.forms("Oluchi", "Bunny"), GivenName.forms("Bunny", null), NameForms::alike))
                .isTrue();
        assertThat(GivenName.forms(null, "Bunny")).isEqualTo(GivenName.forms("Bunny", null));
    }

    @ParameterizedTest
    @CsvSource({"Fatima, Fatia", "Isla, Ila", "Ibrahim, Irbahim", "Angus, Anguss", "Logan, Lohan", "Ruaridh, Raridh"})
    void sharesARestWithANameThatDiffersInOneLetter(String one, String other) {
        assertThat(shared(GivenName.forms(one, null), GivenName.forms(other, null), NameForms::slips))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Mei, Wei", "Ava, Eva", "Emma, Ella", "Lewis, Lucy", "Ibrahim, Yusuf"})
    void takesNeitherShortNorOtherNamesForASlip(String one, String other) {
        assertThat(shared(GivenName.forms(one, null), GivenName.forms(other, null), NameForms::slips))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Reid, Reed", "Stewart, Stuart", "Mohammed, Muhammad", "Stephen, Steven", "Aidan, Aiden"})
    void hearsWhatSoundsAlike(String one, String other) {
        assertThat(Sounds.of(Letters.joined(one)))
                .matches(sounds -> !Collections.disjoint(sounds, Sounds.of(Letters.joined(other))));
    }

    @ParameterizedTest
    @CsvSource({"Lewis, Lucy", "Emma, Amy", "Jack, Jackie", "Jayden, Aidan", "Mei, Maya"})
    void doesNotHearOneNameInAnotherShortOne(String one, String other) {
        assertThat(Collections.disjoint(Sounds.of(Letters.joined(one)), Sounds.of(Letters.joined(other))))
                .isTrue();
    }

    @Test
    void hasNoSoundForWhatIsNotWrittenInLatinLetters() {
        assertThat(Sounds.of(Letters.joined("Олена"))).isEmpty();
        assertThat(GivenName.forms("Олена", null).exact()).isNotEmpty();
    }

    @Test
    void readsAnAddressByItsPostcodeAndNumbers() {
        String usual = new Home(List.of("Flat 2/1", "12 Example Street"), "DD3 6XX").usual();

        assertThat(new Home(List.of("12 Example St (2/1)"), "dd36xx").usual()).isEqualTo(usual);
        assertThat(new Home(List.of("12 Example Street"), "DD3 6XX").usual()).isNotEqualTo(usual);
        assertThat(new Home(List.of("Rose Cottage"), "DD3 6XX").usual())
                .isNotEqualTo(new Home(List.of("Ivy Cottage"), "DD3 6XX").usual());
        assertThat(new Home(List.of(), null).usual()).isEmpty();
        assertThat(new Home(List.of(), "DD3 6XX").usual()).isEmpty();
    }

    private static boolean shared(NameForms one, NameForms other, Function<NameForms, Set<String>> forms) {
        return !Collections.disjoint(forms.apply(one), forms.apply(other));
    }
}
