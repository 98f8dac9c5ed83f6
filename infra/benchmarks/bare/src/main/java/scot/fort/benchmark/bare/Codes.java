package scot.fort.benchmark.bare;

/** The codes of a referral. */
public final class Codes {

    private Codes() {}

    public enum Lane {
        FAMILY_SUPPORT,
        CHILD_PROTECTION_CONCERN
    }

    public enum ReferrerRole {
        NAMED_PERSON,
        HEAD_TEACHER,
        TEACHER,
        GUIDANCE_TEACHER,
        HEALTH_VISITOR,
        SCHOOL_NURSE,
        GP,
        MIDWIFE,
        POLICE_OFFICER,
        SOCIAL_WORKER,
        THIRD_SECTOR_WORKER,
        HOUSING_OFFICER,
        OTHER
    }

    public enum Sex {
        FEMALE,
        MALE,
        INDETERMINATE,
        UNKNOWN
    }

    public enum Ward {
        STRATHMARTINE,
        LOCHEE,
        WEST_END,
        COLDSIDE,
        MARYFIELD,
        NORTH_EAST,
        EAST_END,
        THE_FERRY
    }

    public enum Relationship {
        MOTHER,
        FATHER,
        STEP_PARENT,
        GRANDPARENT,
        SIBLING,
        KINSHIP_CARER,
        FOSTER_CARER,
        OTHER_RELATIVE,
        PARTNER_OF_PARENT,
        OTHER
    }

    public enum ConcernCode {
        NEGLECT,
        PHYSICAL_ABUSE,
        PHYSICAL_CHASTISEMENT,
        EMOTIONAL_ABUSE,
        SEXUAL_ABUSE,
        HARMFUL_SEXUAL_BEHAVIOUR,
        CHILD_SEXUAL_EXPLOITATION,
        CRIMINAL_EXPLOITATION,
        ONLINE_SAFETY,
        DOMESTIC_ABUSE,
        SUBSTANCE_USE,
        MENTAL_HEALTH,
        SELF_HARM,
        BULLYING,
        SCHOOL_ATTENDANCE,
        EXCLUSION_RISK,
        OFFENDING,
        MISSING,
        HOUSING,
        POVERTY,
        YOUNG_CARER,
        DISABILITY,
        BEREAVEMENT,
        PARENTING,
        FAMILY_BREAKDOWN,
        KINSHIP_STRAIN,
        UNBORN_BABY,
        OTHER
    }

    public enum ConcernSubject {
        CHILD,
        PARENT_CARER,
        OTHER_HOUSEHOLD
    }

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

    public enum Support {
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

    public enum Article6 {
        CONSENT,
        LEGAL_OBLIGATION,
        VITAL_INTERESTS,
        PUBLIC_TASK,
        LEGITIMATE_INTERESTS
    }

    public enum Article9 {
        EXPLICIT_CONSENT,
        VITAL_INTERESTS,
        SUBSTANTIAL_PUBLIC_INTEREST,
        HEALTH_OR_SOCIAL_CARE
    }
}
