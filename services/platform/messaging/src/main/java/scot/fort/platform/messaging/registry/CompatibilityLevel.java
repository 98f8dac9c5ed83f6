package scot.fort.platform.messaging.registry;

/** What a registry demands of a subject's next schema; the plain levels look at the last version, the others at all. */
public enum CompatibilityLevel {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE
}
