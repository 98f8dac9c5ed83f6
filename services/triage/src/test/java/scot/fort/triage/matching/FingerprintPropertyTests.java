package scot.fort.triage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FingerprintPropertyTests {

    private static final double ROUNDING = 1e-9;

    @Property(tries = 300)
    void likenessIsTheSameFromEitherSide(@ForAll("children") Told one, @ForAll("children") Told other) {
        assertThat(one.to(other)).isEqualTo(other.to(one));
    }

    @Property(tries = 300)
    void nobodyIsMoreLikeAChildThanItself(@ForAll("children") Told one, @ForAll("children") Told other) {
        assertThat(one.to(other).sameChild()).isLessThanOrEqualTo(one.to(one).sameChild() + ROUNDING);
    }

    @Property(tries = 300)
    void scoresAreProbabilities(@ForAll("children") Told one, @ForAll("children") Told other) {
        Likeness likeness = one.to(other);

        assertThat(likeness.score()).isBetween(0.0, 1.0);
        assertThat(likeness.sameChild() + likeness.sibling()).isLessThanOrEqualTo(1 + ROUNDING);
    }

    @Property(tries = 100)
    void underAnotherKeyNothingIsTheSame(@ForAll("children") Told child) {
        Fingerprinting others = new Fingerprinting(Told.key("another key that only the tests use"));

        assertThat(hashes(others.of(child.particulars()))).doesNotContainAnyElementsOf(hashes(child.fingerprint()));
    }

    @Property(tries = 100)
    void nothingThatIsToldIsReadableInIt(@ForAll("children") Told child) {
        String print = child.fingerprint().toString().toLowerCase(Locale.ROOT);

        assertThat(hashes(child.fingerprint())).allMatch(hash -> hash.matches("[A-Za-z0-9_-]{16}"));
        assertThat(clear(child)).noneMatch(print::contains);
        assertThat(child.particulars()).hasToString("Particulars[...]");
    }

    @Example
    void aKeyIsNotShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MatchingKey(new byte[MatchingKey.LENGTH - 1]));
    }

    /** Few values of each, so that many agree. */
    @Provide
    Arbitrary<Told> children() {
        Arbitrary<Told> named = Combinators.combine(
                        Arbitraries.of("Catherine", "Katie", "Katherin", "Omar", "Umar", "Wei")
                                .injectNull(0.1),
                        Arbitraries.of("MacGregor", "McGregor", "Magregor", "Campbell-Ross", "Ross")
                                .injectNull(0.1),
                        Arbitraries.of("Kitty", "Wei").injectNull(0.7),
                        Arbitraries.of("DD3 6XX", "DD1 1EB"),
                        Arbitraries.of("07700 900123", "+447700900123", "07700 900999", "-"))
                .as((given, family, called, postcode, phone) -> Told.aChild()
                        .called(given, family)
                        .but(told -> called == null ? told : told.knownAs(called))
                        .livingAt("12 Example Street", postcode)
                        .withPhone(phone));
        Arbitrary<Told> numbered = Combinators.combine(
                        named,
                        Arbitraries.of("0903150013", "0903150021").injectNull(0.7),
                        Arbitraries.of("123456789", "987654321").injectNull(0.5))
                .as((told, chi, scn) -> told.withChi(chi).withScn(scn));
        return Combinators.combine(numbered, Arbitraries.integers().between(0, 9))
                .as(FingerprintPropertyTests::born);
    }

    private static Told born(Told told, int way) {
        List<String> days = List.of("2015-03-09", "2015-09-03", "2015-03-08", "2014-03-09", "2009-12-24", "2026-11-03");
        if (way < days.size()) {
            return told.born(days.get(way));
        }
        return way < 8 ? told.aged(way + 4) : told.expected(way == 8 ? "2026-12-01" : "2027-02-01");
    }

    private static Set<String> hashes(Fingerprint print) {
        return print.marks().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static List<String> clear(Told child) {
        return Stream.of(
                        child.givenName(),
                        child.familyName(),
                        child.knownAs(),
                        child.chi(),
                        child.scn(),
                        "example",
                        date(child))
                .filter(Objects::nonNull)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 4)
                .toList();
    }

    private static String date(Told child) {
        LocalDate born = child.born();
        return born == null ? "2026-12-01" : born.toString();
    }
}
