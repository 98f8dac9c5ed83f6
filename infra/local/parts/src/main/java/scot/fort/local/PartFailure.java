package scot.fort.local;

/** A part that cannot do its work here: its message is one clear line that says what to do about it. */
public final class PartFailure extends RuntimeException {
    public PartFailure(String message) {
        super(message);
    }

    public PartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
