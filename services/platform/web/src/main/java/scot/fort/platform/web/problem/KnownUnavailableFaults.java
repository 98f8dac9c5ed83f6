package scot.fort.platform.web.problem;

import java.util.Set;

/**
 * The drivers' exceptions for a part that cannot be reached, by name, so that this module needs none of the drivers.
 * A subclass of a named class counts too.
 */
final class KnownUnavailableFaults implements UnavailableFault {

    private static final Set<String> NAMES = Set.of(
            "com.mongodb.MongoTimeoutException",
            "com.mongodb.MongoSocketException",
            "com.mongodb.MongoClientException",
            "com.mongodb.MongoNodeIsRecoveringException",
            "com.mongodb.MongoNotPrimaryException",
            "com.mongodb.MongoServerUnavailableException",
            "com.mongodb.MongoWriteConcernException",
            "org.springframework.dao.DataAccessResourceFailureException",
            "org.springframework.dao.TransientDataAccessException",
            "org.apache.kafka.common.errors.RetriableException",
            "org.springframework.security.authentication.AuthenticationServiceException",
            "scot.fort.platform.messaging.registry.RegistryUnavailableException",
            "scot.fort.platform.messaging.aggregate.IndexesNotReadyException",
            "scot.fort.platform.messaging.consume.ContendedException",
            "scot.fort.platform.sealing.KeysUnavailableException",
            "java.net.ConnectException",
            "java.net.http.HttpTimeoutException");

    @Override
    public boolean matches(Throwable fault) {
        for (Class<?> type = fault.getClass(); type != null; type = type.getSuperclass()) {
            if (NAMES.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }
}
