package scot.fort.platform.lifecycle;

/** How soon a referral must be screened, the most urgent first; the targets are dated configuration of triage. */
public enum Priority {
    RED,
    AMBER,
    GREEN,
    BLUE
}
