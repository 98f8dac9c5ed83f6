package scot.fort.platform.messaging.aggregate;

/** The database was not reachable yet, so an index that a write relies on is still missing. */
public final class IndexesNotReadyException extends RuntimeException {

    IndexesNotReadyException() {
        super("Indexes are not there yet");
    }
}
