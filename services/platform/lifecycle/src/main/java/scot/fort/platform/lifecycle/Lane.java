package scot.fort.platform.lifecycle;

/** The two lanes: support asked for with the family, and a concern that is sent without delay. */
public enum Lane {
    FAMILY_SUPPORT,
    CHILD_PROTECTION_CONCERN
}
