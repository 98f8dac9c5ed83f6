package scot.fort.allocation.directory;

/** A kind of family support. */
public enum SupportCode {
    FAMILY_SUPPORT,
    PARENTING,
    COUNSELLING,
    FAMILY_THERAPY,
    MENTORING,
    KINSHIP_SUPPORT,
    DOMESTIC_ABUSE_SUPPORT,
    SUBSTANCE_USE_SUPPORT,
    SHORT_BREAKS,
    YOUNG_CARER_SUPPORT,
    EARLY_YEARS,
    ADVOCACY,
    EMPLOYABILITY,
    WELFARE_RIGHTS
}
