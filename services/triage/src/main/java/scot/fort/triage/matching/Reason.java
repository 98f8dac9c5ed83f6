package scot.fort.triage.matching;

/**
 * What speaks for or against two children being one, or brothers and sisters, in words and in bits.
 *
 * <p>Bits are binary logarithms of how much more often it is seen between two records of one child (or of siblings) than
 * between two of strangers: ten bits are a thousand times. They are estimated from how often names, birthdays and homes
 * coincide in a city and how often people slip, never learnt from referrals. docs/matching-report.md gives each estimate.
 */
public enum Reason {
    SAME_CHI("the same CHI number", 20, 10),
    CHI_DIFFERS("another CHI number", -5.6, 0),
    SAME_SCN("the same Scottish Candidate Number", 20, 11),
    SCN_DIFFERS("another Scottish Candidate Number", -5.6, 0),

    SAME_BIRTH("the same date of birth", 12.6, 6.6),
    DAY_AND_MONTH_SWAPPED("the same date of birth with day and month swapped", 6, 0),
    BIRTH_ONE_DIGIT_OFF("a date of birth that differs in one digit", 2.1, 0),
    BIRTH_DIFFERS("another date of birth", -5.6, 0),
    AGE_FITS("an age that fits", 2, 0),
    AGE_DIFFERS("an age that does not fit", -3, 0),
    EXPECTED_BIRTH_FITS("a birth about when one was expected", 6, 0),
    EXPECTED_BIRTH_DIFFERS("not born when a birth was expected", -5.6, 0),

    SAME_GIVEN_NAME("the same given name", 6.8, -2.9),
    NICKNAME("a short form or another form of the given name", 3.9, 0),
    GIVEN_NAME_SLIP("a given name that differs in one letter", 3.3, 0),
    GIVEN_NAME_SOUNDS_ALIKE("a given name that sounds alike", 2.6, 0),
    GIVEN_NAME_DIFFERS("another given name", -9, 0),

    SAME_FAMILY_NAME("the same family name", 8, 8),
    PART_OF_FAMILY_NAME("a part of the family name", 4.3, 4.3),
    FAMILY_NAME_SLIP("a family name that differs in one letter", 2.6, 2.6),
    FAMILY_NAME_SOUNDS_ALIKE("a family name that sounds alike", 2.6, 2.6),
    FAMILY_NAME_DIFFERS("another family name", -4, -2.7),
    NAMES_IN_EACH_OTHERS_PLACE("given name and family name in each other's place", 7.6, 0),

    SAME_ADDRESS("the same address", 13, 13),
    ADDRESS_DIFFERS("another address", -1.7, -1.3),
    SAME_PHONE("the same telephone of a carer", 10.5, 10.5),

    TWIN_LIKELY("born together into one household, with names of their own", 0, 0);

    private final String words;
    private final double sameChild;
    private final double sibling;

    Reason(String words, double sameChild, double sibling) {
        this.words = words;
        this.sameChild = sameChild;
        this.sibling = sibling;
    }

    /** For a screener to read, after "these two have". */
    public String words() {
        return words;
    }

    /** Bits for (or against) one child. */
    double sameChild() {
        return sameChild;
    }

    /** Bits for (or against) siblings. */
    double sibling() {
        return sibling;
    }
}
