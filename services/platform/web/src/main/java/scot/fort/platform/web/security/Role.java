package scot.fort.platform.web.security;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may be, as the claim {@code roles} of the token names it. */
public enum Role {
    REFERRER,
    NAMED_PERSON,
    SCREENER,
    SCREENING_MANAGER,
    COORDINATOR,
    PROVIDER_WORKER,
    PROVIDER_MANAGER,
    PARTNERSHIP_MANAGER,
    AUDITOR,
    INTEGRATION_CLIENT,
    OPERATOR;

    /** The roles of a claim: names that we do not know give no right, and a screening manager is a screener too. */
    static Set<Role> of(Iterable<?> names) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : values()) {
            for (var name : names) {
                if (role.name().equals(name)) {
                    roles.add(role);
                }
            }
        }
        if (roles.contains(SCREENING_MANAGER)) {
            roles.add(SCREENER);
        }
        return roles;
    }

    static Set<String> authorities(Set<Role> roles) {
        return roles.stream().map(role -> "ROLE_" + role.name()).collect(Collectors.toSet());
    }
}
