package scot.fort.platform.messaging.aggregate;

import java.util.Collection;

/** Is told, after a write, which aggregates have something to send. */
@FunctionalInterface
public interface Wakeable {

    void wake(Collection<String> aggregateIds);
}
