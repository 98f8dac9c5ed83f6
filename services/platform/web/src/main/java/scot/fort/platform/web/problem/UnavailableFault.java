package scot.fort.platform.web.problem;

/**
 * Tells the faults that pass by themselves (database, broker or registry not reachable) from defects, so that the
 * caller hears 503 and tries again. Every bean of this type is asked; the usual drivers are known already.
 */
@FunctionalInterface
public interface UnavailableFault {

    /** Whether this very throwable, causes aside, means that a part cannot be reached. */
    boolean matches(Throwable fault);
}
