package scot.fort.allocation.directory;

import java.util.Optional;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** Brings a service of a directory in: adds it, or describes anew the one that has its id. */
public final class DirectoryImport {

    /** What came of it. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final Directory directory;

    public DirectoryImport(Directory directory) {
        this.directory = directory;
    }

    /** @param stated none when the directory says nothing of the service's room */
    public Outcome put(String id, Profile profile, Optional<Capacity> stated, Cause cause) {
        while (true) {
            Optional<Aggregate<SupportService>> known = directory.find(id);
            if (known.isEmpty()) {
                if (directory.add(id, SupportService.added(id, profile, stated.orElse(Capacity.NONE)), cause)) {
                    return Outcome.CREATED;
                }
            } else {
                SupportService service = known.get().require();
                var change = service.described(profile, stated);
                if (change.state().equals(service)) {
                    return Outcome.UNCHANGED;
                }
                if (directory.save(known.get(), change, cause)) {
                    return Outcome.UPDATED;
                }
            }
        }
    }
}
