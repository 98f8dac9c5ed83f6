package scot.fort.triage.matching;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A child as somebody tells of them, to be told otherwise by a test. */
record Told(
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String knownAs,
        @Nullable LocalDate born,
        @Nullable LocalDate expected,
        @Nullable Integer age,
        @Nullable String chi,
        @Nullable String scn,
        @Nullable Home home,
        List<String> phones) {

    static final int CHILDREN_OF_THE_CITY = 45_000;

    /** The day on which ages are guessed. */
    static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    static final Fingerprinting FINGERPRINTING = new Fingerprinting(key("a key that only the tests use, 32+"));

    static MatchingKey key(String secret) {
        return new MatchingKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Isla Reid, of whom neither CHI nor SCN nor a telephone is told. */
    static Told aChild() {
        return new Told(
                "Isla",
                "Reid",
                null,
                LocalDate.parse("2015-03-09"),
                null,
                null,
                null,
                null,
                new Home(List.of("12 Example Street"), "DD3 6XX"),
                List.of());
    }

    Told called(@Nullable String given, @Nullable String family) {
        return new Told(given, family, knownAs, born, expected, age, chi, scn, home, phones);
    }

    Told knownAs(String name) {
        return new Told(givenName, familyName, name, born, expected, age, chi, scn, home, phones);
    }

    Told born(String date) {
        return new Told(givenName, familyName, knownAs, LocalDate.parse(date), null, null, chi, scn, home, phones);
    }

    Told expected(String date) {
        return new Told(givenName, familyName, knownAs, null, LocalDate.parse(date), null, chi, scn, home, phones);
    }

    Told aged(int years) {
        return new Told(givenName, familyName, knownAs, null, null, years, chi, scn, home, phones);
    }

    Told withChi(@Nullable String number) {
        return new Told(givenName, familyName, knownAs, born, expected, age, number, scn, home, phones);
    }

    Told withScn(@Nullable String number) {
        return new Told(givenName, familyName, knownAs, born, expected, age, chi, number, home, phones);
    }

    Told livingAt(String line, String postcode) {
        return new Told(
                givenName,
                familyName,
                knownAs,
                born,
                expected,
                age,
                chi,
                scn,
                new Home(List.of(line), postcode),
                phones);
    }

    Told withPhone(String number) {
        return new Told(givenName, familyName, knownAs, born, expected, age, chi, scn, home, List.of(number));
    }

    Told withoutPhone() {
        return new Told(givenName, familyName, knownAs, born, expected, age, chi, scn, home, List.of());
    }

    Told moved() {
        return livingAt("501 Faraway Road", "EH99 9ZZ");
    }

    Told but(UnaryOperator<Told> change) {
        return change.apply(this);
    }

    Particulars particulars() {
        return new Particulars(
                givenName,
                familyName,
                knownAs,
                born,
                expected,
                age == null ? null : new Particulars.AgeEstimate(age, TODAY),
                chi,
                scn,
                home,
                phones);
    }

    Fingerprint fingerprint() {
        return FINGERPRINTING.of(particulars());
    }

    /** In a city of 45,000 children. */
    Likeness to(Told other) {
        return Likeness.of(fingerprint(), other.fingerprint(), CHILDREN_OF_THE_CITY);
    }
}
