package scot.fort.allocation.allocation;

/** The wellbeing indicators of Getting It Right For Every Child (SHANARRI). */
public enum Wellbeing {
    SAFE,
    HEALTHY,
    ACHIEVING,
    NURTURED,
    ACTIVE,
    RESPECTED,
    RESPONSIBLE,
    INCLUDED
}
