package scot.fort.allocation.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Decision;
import scot.fort.platform.messaging.Cause;
import scot.fort.platform.messaging.aggregate.Aggregate;

/** Where the services are kept. */
public interface Directory {

    Optional<Aggregate<SupportService>> find(String serviceId);

    /** Every service, in the order of their ids. */
    List<SupportService> all();

    /** Active services that give at least one of these kinds of support. */
    List<Aggregate<SupportService>> giving(Collection<SupportCode> supports);

    /** Services that fit a search, in the order of their ids, after the one given. */
    List<SupportService> search(Search search, @Nullable String afterId, int limit);

    /** Services with a place reserved before a moment, in the order of their ids, after the one given. */
    List<SupportService> reservedBefore(Instant moment, @Nullable String afterId, int limit);

    /** @return whether no service had this id yet */
    boolean add(String serviceId, Decision.Accepted<SupportService, PlacesChanged> service, Cause cause);

    /** @return whether nobody else had written since it was loaded; else nothing is written */
    boolean save(
            Aggregate<SupportService> loaded, Decision.Accepted<SupportService, PlacesChanged> change, Cause cause);

    /**
     * What is looked for; what is not said excludes nothing.
     *
     * @param age in whole years
     * @param providerOrganisation whose services alone
     */
    record Search(
            @Nullable SupportCode support,
            @Nullable Integer age,
            @Nullable String ward,
            @Nullable String providerOrganisation) {}
}
