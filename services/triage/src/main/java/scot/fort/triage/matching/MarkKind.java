package scot.fort.triage.matching;

/**
 * What a mark of a fingerprint is the keyed hash of.
 *
 * <p>Names are never hashed alone, always together with a date of birth, a home, a telephone or an identifier of the same
 * child: hashes of bare names would give themselves away by how often each occurs. Dates are nearly as often as each other.
 */
public enum MarkKind {
    CHI(true),
    SCN(true),
    HOME(true),
    PHONE(true),

    BIRTH(false),
    /** Year, and day and month in either order. */
    BIRTH_IN_EITHER_ORDER(false),
    /** The date without one of its digits, once for each. */
    BIRTH_BUT_ONE_DIGIT(false),
    /** Of birth; several where only an age is known. */
    YEAR(false),
    /** Of birth; those around it where a birth is expected. */
    MONTH(false),

    GIVEN_NAME(false),
    GIVEN_NAME_ALIKE(true),
    GIVEN_NAME_SOUND(false),
    GIVEN_NAME_SLIP(false),
    FAMILY_NAME(false),
    FAMILY_NAME_ALIKE(true),
    FAMILY_NAME_SOUND(false),
    FAMILY_NAME_SLIP(false),

    BOTH_NAMES_IN_EITHER_ORDER_AND_BIRTH(true),
    BOTH_SOUNDS_AND_BIRTH(true),
    BOTH_NAMES_AND_YEAR(true),
    BOTH_NAMES_AND_DAY_OF_YEAR(true);

    private final boolean finds;

    MarkKind(boolean finds) {
        this.finds = finds;
    }

    /** Whether two children who share such a mark are worth comparing. */
    boolean finds() {
        return finds;
    }

    /** Whether it is of a place, which may house many. */
    boolean isCrowded() {
        return this == HOME || this == PHONE;
    }
}
