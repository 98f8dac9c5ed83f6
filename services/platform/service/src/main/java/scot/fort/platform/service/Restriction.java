package scot.fort.platform.service;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;

import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;
import scot.fort.platform.lifecycle.Grants;
import scot.fort.platform.web.security.Caller;
import scot.fort.platform.web.security.Role;

/**
 * What one reader may see of restricted referrals (staff family, witness protection): the one place that decides it, for
 * items, lists, searches and feeds alike. A screening manager has a standing grant; an auditor must be able to account for
 * every case; anybody else needs a grant of their own.
 *
 * @param reader subject of their token
 * @param standing whether they may see every one
 */
public record Restriction(String reader, boolean standing) {

    public static Restriction on(Caller caller) {
        return new Restriction(caller.subject(), seesRestricted(caller));
    }

    public boolean allows(boolean restricted, Grants grants, Instant at) {
        return !restricted || standing || grants.inForce(reader, at).isPresent();
    }

    /**
     * The same for a query, so that what its reader may not see is not even found. A document that does not know yet
     * whether it is restricted is found by nobody.
     *
     * @param restricted the field that says whether the referral is
     * @param grants the field that holds its {@link Grants}
     */
    public Bson filter(String restricted, String grants, Instant at) {
        return standing
                ? exists(restricted)
                : or(
                        eq(restricted, false),
                        elemMatch(grants + ".held", and(eq("grantee", reader), not(lte("until", Date.from(at))))));
    }

    /** Where no grants are known: whether the caller may see every referral, or this one is not restricted. */
    public static boolean allows(boolean restricted, Caller caller) {
        return !restricted || seesRestricted(caller);
    }

    /** For a query that must leave out what its reader may not see, where no grants are known. */
    public static boolean seesRestricted(Caller caller) {
        return caller.is(Role.SCREENING_MANAGER) || caller.is(Role.AUDITOR);
    }
}
