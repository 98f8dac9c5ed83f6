package scot.fort.triage.matching;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes fingerprints under one key. */
public final class Fingerprinting {

    private static final int SHORTEST_PHONE = 7;

    private final MatchingKey key;

    public Fingerprinting(MatchingKey key) {
        this.key = key;
    }

    public Fingerprint of(Particulars child) {
        Marks marks = new Marks(key.hasher());
        marks.add(MarkKind.CHI, usualNumber(child.chi()));
        marks.add(MarkKind.SCN, usualNumber(child.scn()));
        marks.add(MarkKind.HOME, child.home() == null ? "" : child.home().usual());
        child.phones().forEach(phone -> marks.add(MarkKind.PHONE, usualPhone(phone)));
        if (child.dateOfBirth() != null) {
            addBirth(child.dateOfBirth(), marks);
        } else if (child.expectedDateOfBirth() != null) {
            around(child.expectedDateOfBirth()).forEach(month -> marks.add(MarkKind.MONTH, month));
        } else if (child.age() != null) {
            years(child.age()).forEach(year -> marks.add(MarkKind.YEAR, year));
        }
        addNames(child, marks);
        return marks.fingerprint();
    }

    private static void addBirth(LocalDate born, Marks marks) {
        String date = "%04d%02d%02d".formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth());
        marks.add(MarkKind.BIRTH, date);
        marks.add(
                MarkKind.BIRTH_IN_EITHER_ORDER,
                Stream.of(date.substring(4, 6), date.substring(6))
                        .sorted()
                        .collect(Collectors.joining(" ", date.substring(0, 4) + " ", "")));
        IntStream.range(0, date.length())
                .forEach(at ->
                        marks.add(MarkKind.BIRTH_BUT_ONE_DIGIT, date.substring(0, at) + "*" + date.substring(at + 1)));
        marks.add(MarkKind.YEAR, date.substring(0, 4));
        marks.add(MarkKind.MONTH, date.substring(0, 6));
    }

    private static void addNames(Particulars child, Marks marks) {
        NameForms given = GivenName.forms(child.givenName(), child.knownAs());
        NameForms family = FamilyName.forms(child.familyName());
        for (String anchor : marks.anchors()) {
            marks.add(MarkKind.GIVEN_NAME, anchor, given.exact());
            marks.addAll(MarkKind.GIVEN_NAME_ALIKE, anchor, given.alike());
            marks.addAll(MarkKind.GIVEN_NAME_SOUND, anchor, given.sounds());
            marks.addAll(MarkKind.GIVEN_NAME_SLIP, anchor, given.slips());
            marks.add(MarkKind.FAMILY_NAME, anchor, family.exact());
            marks.addAll(MarkKind.FAMILY_NAME_ALIKE, anchor, family.alike());
            marks.addAll(MarkKind.FAMILY_NAME_SOUND, anchor, family.sounds());
            marks.addAll(MarkKind.FAMILY_NAME_SLIP, anchor, family.slips());
        }
        if (!given.exact().isEmpty() && !family.exact().isEmpty()) {
            addBothNames(child, given, family, marks);
        }
    }

    private static void addBothNames(Particulars child, NameForms given, NameForms family, Marks marks) {
        String both = given.exact() + "|" + family.exact();
        LocalDate born = child.dateOfBirth();
        if (born != null) {
            marks.add(MarkKind.BOTH_NAMES_IN_EITHER_ORDER_AND_BIRTH, born.toString(), inEitherOrder(child, family));
            for (String sound : given.sounds()) {
                marks.addAll(MarkKind.BOTH_SOUNDS_AND_BIRTH, born + "|" + sound, family.sounds());
            }
            marks.add(MarkKind.BOTH_NAMES_AND_YEAR, Integer.toString(born.getYear()), both);
            marks.add(MarkKind.BOTH_NAMES_AND_DAY_OF_YEAR, born.getMonthValue() + "-" + born.getDayOfMonth(), both);
        } else if (child.age() != null) {
            years(child.age()).forEach(year -> marks.add(MarkKind.BOTH_NAMES_AND_YEAR, year, both));
        }
    }

    /** Either may stand in the family's place, so that both are normalised as a family's name is. */
    private static String inEitherOrder(Particulars child, NameForms family) {
        return Stream.of(FamilyName.forms(child.givenName()).exact(), family.exact())
                .sorted()
                .collect(Collectors.joining("|"));
    }

    /** An age that was guessed may be wrong by a year. */
    private static Stream<String> years(Particulars.AgeEstimate age) {
        int year = age.on().getYear() - age.years();
        return IntStream.rangeClosed(year - 2, year + 1).mapToObj(Integer::toString);
    }

    private static Stream<String> around(LocalDate expected) {
        return Stream.of(expected.minusMonths(1), expected, expected.plusMonths(1))
                .map(day -> "%04d%02d".formatted(day.getYear(), day.getMonthValue()));
    }

    /** Without what stands for "unknown" in some systems, such as 000000000: it would make all children one. */
    private static String usualNumber(@Nullable String number) {
        String digits = digits(number);
        return digits.chars().distinct().count() > 1 ? digits : "";
    }

    private static String usualPhone(String phone) {
        String national = digits(phone.replaceFirst("^\\s*(\\+|00)44\\s*(\\(0\\))?", "0"));
        return national.length() < SHORTEST_PHONE ? "" : national;
    }

    private static String digits(@Nullable String number) {
        return number == null ? "" : number.replaceAll("\\D", "");
    }
}
